import { seam } from '../seam.ts';
import { POLLED_HEADER } from './agent-front.ts';
import type { Agent } from './agents.ts';
import { callHttp } from './http-client.ts';
import { jsonSlices } from './json-slices.ts';
import { type PlatformClient, pause } from './platform-client.ts';
import { PollLog } from './poll-log.ts';

const FASTEST_MS = 20;
const SLOWEST_MS = 250;
const GONE = 410;

interface PollerOptions {
  readonly agent: Agent;
  readonly client: PlatformClient;
  readonly signal: AbortSignal;
  /** The agent's own endpoint, through which a polled message takes the way of the line. */
  readonly url: string;
  readonly pollSecret: string;
}

interface Row {
  readonly id: string;
  /** Absent where the row holds no message, as that of a notify; the cursor passes it all the same. */
  readonly body: string | undefined;
}

/** Where a poll client asks for new rows. */
export const activityPath = seam('runtime.pollPath', activityPathImpl);

/**
 * The client of an agent in poll mode: asks the platform for new activity, notes each new `a2a_receive` row in the
 * inbox with its `request_body`, and lets the line have it. A cursor that the platform has lost (410) is dropped, and
 * what is no list is no page; who is told to come later (429) comes later. A row that comes behind a cursor although it was read before is not taken again, and stands in the agent's poll log.
 */
export async function runPoller(options: PollerOptions): Promise<void> {
  const { client, signal } = options;
  const log = options.agent.polls ?? new PollLog();
  options.agent.polls = log;
  let waitMs = FASTEST_MS;
  while (!signal.aborted) {
    const reply = await client.call('GET', activityPath(client.registration.workspaceId, log.cursor));
    if (reply.status === GONE) log.cursor = undefined;
    const isPage = reply.status === 200 && Array.isArray(reply.body);
    if (isPage) log.answered();
    const since = log.cursor;
    const rows = isPage ? rowsOf(reply.text, since === undefined) : [];
    for (const row of rows) {
      if (signal.aborted) return;
      const isNew = log.isNew(row.id, since);
      log.cursor = row.id;
      if (isNew && row.body !== undefined) await take(row.id, row.body, options);
    }
    waitMs = rows.length > 0 ? FASTEST_MS : Math.min(waitMs * 1.5, SLOWEST_MS);
    await pause(Math.max(waitMs, reply.waitMs ?? 0), signal);
  }
}

function activityPathImpl(workspaceId: string, cursor: string | undefined): string {
  const since = cursor === undefined ? '' : `&since_id=${encodeURIComponent(cursor)}`;
  return `/workspaces/${encodeURIComponent(workspaceId)}/activity?type=a2a_receive&limit=500${since}`;
}

/** Rows oldest first: without a cursor the platform lists them newest first. */
function rowsOf(text: string, newestFirst: boolean): readonly Row[] {
  const rows: Row[] = [];
  for (const slice of jsonSlices(text).values()) {
    const row = jsonSlices(slice);
    const id = row.get('id');
    const body = row.get('request_body');
    if (id !== undefined) rows.push({ id: JSON.parse(id), body: body === 'null' ? undefined : body });
  }
  return newestFirst ? rows.reverse() : rows;
}

async function take(activityId: string, body: string, options: PollerOptions): Promise<void> {
  const { agent, client, url, pollSecret, signal } = options;
  const headers = { 'content-type': 'application/json', 'x-activity-id': activityId };
  const path = `/workspaces/${client.registration.workspaceId}/activity`;
  agent.inbox.addArrival({ agent: agent.id, via: 'poll', path, headers, body: Buffer.from(body) });
  try {
    const marked = { ...headers, [POLLED_HEADER]: pollSecret };
    await callHttp({ method: 'POST', url, headers: marked, body, signal });
  } catch {
    // The agent was stopped or forgotten meanwhile; the row is noted and there is nobody to tell.
  }
}
