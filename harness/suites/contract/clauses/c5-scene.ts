import { memberAt, type PlatformEvent, type Tools } from '../language/index.ts';
import type { Family } from './family.ts';

/** A part of a message. */
export function text(words: string) {
  return { kind: 'text', text: words };
}

/** A message of an agent. */
export function spoken(parts: readonly object[]) {
  return { jsonrpc: '2.0', id: 1, result: { kind: 'message', role: 'agent', messageId: 'm', parts } };
}

/** How events and answers name a task. */
export function named({ target }: Family, id: string) {
  return { delegation_id: id, target_id: target.id };
}

/** Hands a task over; `id` is what the platform calls it. */
export async function delegate(
  { platform }: Tools,
  { source, target }: Family,
  more: Readonly<Record<string, unknown>> = {},
) {
  const json = { target_id: target.id, task: 'x', ...more };
  const path = `/workspaces/${source.id}/delegate`;
  const reply = await platform.ask('POST', path, { as: source.token, json });
  return { reply, id: platform.text(reply, 'delegation_id') };
}

/** Rows as they are listed. */
export type Listed = readonly Readonly<Record<string, unknown>>[];

/** The delegations of the sender once they are as they should be, or as they are after a while. */
export async function rowsOf(
  { platform, eventually }: Tools,
  { source }: Family,
  done: (all: Listed) => boolean,
): Promise<Listed> {
  let all: Listed = [];
  await eventually(async () => {
    const { json } = await platform.ask('GET', `/workspaces/${source.id}/delegations`, { as: source.token });
    all = Array.isArray(json) ? json : [];
    return done(all) ? true : undefined;
  });
  return all;
}

/** The events about tasks of a workspace, in order. */
export function eventsOf(events: readonly PlatformEvent[], workspaceId: string) {
  return events.filter(
    ({ event, workspace_id }) => workspace_id === workspaceId && String(event).startsWith('DELEGATION_'),
  );
}

/** What the queue tells the sender of the one message that waited for the target. */
export async function answerInQueue({ platform, database, eventually }: Tools, { source, target }: Family) {
  const [item] = await database.query('SELECT id FROM a2a_queue WHERE workspace_id = $1', [target.id]);
  const path = `/workspaces/${target.id}/a2a/queue/${item?.id}`;
  const told = await eventually(async () => {
    const { json } = await platform.ask('GET', path, { as: source.token });
    return memberAt(json, 'response_body');
  });
  const answer = Buffer.from(String(told), 'base64').toString();
  return answer.startsWith('{') ? (JSON.parse(answer) as unknown) : answer;
}

/** Both rows of a task have this status. */
export function both(status: string) {
  return (all: Listed) => all.length === 2 && all.every((each) => each.status === status);
}
