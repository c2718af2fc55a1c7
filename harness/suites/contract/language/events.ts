import { setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';
import { WebSocket } from 'ws';
import { deadlineIn, poll } from '../../../support/deadline.ts';
import { parseJson } from '../../../support/parse-json.ts';
import type { Scope } from '../../../support/scope.ts';
import type { Evidence } from '../../evidence.ts';

/** An event as it came: of a socket `{event, workspace_id, payload}`, of a stream `{type, data}`. */
export type PlatformEvent = Readonly<Record<string, unknown>>;

/** Events in the order in which they came. */
export interface Listener {
  /** Everything that came, frames that are no JSON as `{text}`. */
  readonly events: readonly PlatformEvent[];
  /** The lines of a stream as they came; empty of a socket. */
  readonly lines: readonly string[];
  /** Waits for an event that has all these members; undefined when none came within 5 s. */
  until(members: PlatformEvent): Promise<PlatformEvent | undefined>;
  /** The names of the events of a workspace, in order. */
  namesOf(workspaceId: string): readonly string[];
  /** Waits for what should not come. */
  quiet(ms?: number): Promise<void>;
}

/** What was refused instead of listening: the status of the answer, 0 when there was none. */
export interface Refused {
  readonly refused: number;
  readonly body: string;
}

/** Listens to the events of the platform; what was opened is closed with the case. */
export interface EventsTool {
  /** A WebSocket at `/ws`, without headers that of a canvas. */
  socket(headers?: Readonly<Record<string, string>>): Promise<Listener | Refused>;
  /** The stream of a workspace. */
  stream(workspaceId: string, bearer: string | undefined): Promise<Listener | Refused>;
}

const WITHIN_MS = 5_000;
const QUIET_MS = 150;

/** Opens the ears of one case on the platform at `url`. */
export function openEvents(url: string, scope: Scope, evidence: Evidence): EventsTool {
  const keep = (line: string, events: PlatformEvent[]) => {
    const document = parseJson(line);
    const event = (
      typeof document === 'object' && document !== null ? document : { text: line }
    ) as PlatformEvent;
    events.push(event);
    evidence.line('events.ndjson', event);
  };
  return {
    socket: (headers = {}) => openSocket(url, headers, scope, keep),
    stream: (workspaceId, bearer) => openStream(url, workspaceId, bearer, scope, keep),
  };
}

type Keep = (line: string, events: PlatformEvent[]) => void;

async function openSocket(
  url: string,
  headers: Readonly<Record<string, string>>,
  scope: Scope,
  keep: Keep,
): Promise<Listener | Refused> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, { headers, handshakeTimeout: WITHIN_MS });
  scope.defer(() => socket.terminate());
  const events: PlatformEvent[] = [];
  socket.on('message', (data) => keep(data.toString(), events));
  return new Promise((resolve) => {
    socket.once('open', () => resolve(listener(events, [])));
    socket.once('unexpected-response', (_request, response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      // However it ends: `close` comes in any case, and after `end`.
      response.on('error', () => undefined);
      response.on('close', () => resolve({ refused: response.statusCode ?? 0, body }));
    });
    socket.on('error', (error) => resolve({ refused: 0, body: error.message }));
  });
}

async function openStream(
  url: string,
  workspaceId: string,
  bearer: string | undefined,
  scope: Scope,
  keep: Keep,
): Promise<Listener | Refused> {
  const abort = new AbortController();
  scope.defer(() => abort.abort());
  const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const path = `${url}/workspaces/${workspaceId}/events/stream`;
  const answer = await request(path, { headers, signal: abort.signal, headersTimeout: WITHIN_MS }).catch(
    (error: Error) => ({ statusCode: 0, body: undefined, why: error.message }),
  );
  if (!answer.body) return { refused: 0, body: 'why' in answer ? answer.why : '' };
  if (answer.statusCode !== 200) return { refused: answer.statusCode, body: await answer.body.text() };
  const events: PlatformEvent[] = [];
  const lines: string[] = [];
  readLines(answer.body, (line) => {
    lines.push(line);
    if (line.startsWith('data:')) keep(line.slice(5).trim(), events);
  }).catch(() => undefined);
  return listener(events, lines);
}

async function readLines(body: AsyncIterable<Buffer>, onLine: (line: string) => void): Promise<void> {
  let rest = '';
  for await (const chunk of body) {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) if (line !== '') onLine(line);
  }
}

function listener(events: readonly PlatformEvent[], lines: readonly string[]): Listener {
  const has = (event: PlatformEvent, members: PlatformEvent) =>
    Object.entries(members).every(([key, value]) => event[key] === value);
  return {
    ...{ events, lines },
    until: (members) => poll(() => events.find((event) => has(event, members)), deadlineIn(WITHIN_MS)),
    namesOf: (id) => events.filter((event) => event.workspace_id === id).map(({ event }) => String(event)),
    quiet: (ms = QUIET_MS) => delay(ms),
  };
}
