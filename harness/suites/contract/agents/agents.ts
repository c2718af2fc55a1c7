import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deadlineIn, poll } from '../../../support/deadline.ts';
import { parseJson } from '../../../support/parse-json.ts';
import { type Answer, agentMessage, type Received, type ScriptedAgent } from './answer.ts';
import { give } from './give.ts';

/** Scripted agents of all cases of one process, behind one port of loopback. */
export interface Agents extends AsyncDisposable {
  /** A new agent; it answers as an agent does, until it is told otherwise. */
  open(): ScriptedAgent;
}

interface Script {
  readonly received: Received[];
  answers: readonly Answer[];
  given: number;
}

const ARRIVAL_MS = 5_000;
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Starts to listen; disposing cuts every connection. */
export async function openAgents(): Promise<Agents> {
  const scripts = new Map<string, Script>();
  const server = createServer((request, response) => {
    serve(scripts, request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 500;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    open: () => openAgent(scripts, `http://localhost:${port}`),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function openAgent(scripts: Map<string, Script>, origin: string): ScriptedAgent {
  const id = randomUUID();
  const script: Script = { received: [], answers: [{}], given: 0 };
  scripts.set(id, script);
  return {
    url: `${origin}/${id}`,
    answers: (...answers) => void Object.assign(script, { answers, given: 0 }),
    received: script.received,
    arrived: async (count, withinMs = ARRIVAL_MS) => {
      await poll(() => (script.received.length >= count ? true : undefined), deadlineIn(withinMs), 10);
      return script.received;
    },
  };
}

async function serve(
  scripts: ReadonlyMap<string, Script>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, id = '', path = ''] = /^\/([\w-]*)(.*)$/.exec(request.url ?? '') ?? [];
  const body = await bodyOf(request);
  const script = scripts.get(id);
  if (!script) return void response.writeHead(404).end();
  const headers = pairs(request.rawHeaders);
  script.received.push({
    ...{ method: request.method ?? '', path, headers, body },
    json: parseJson(body.toString('utf8')),
  });
  const answer = script.answers[Math.min(script.given, script.answers.length - 1)] ?? {};
  script.given += 1;
  await give(response, 'json' in answer || 'body' in answer ? answer : { ...answer, json: agentMessage() });
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new Error('more than an agent takes');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function pairs(raw: readonly string[]): readonly (readonly [string, string])[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));
}
