import { message, type Tools } from '../language/index.ts';
import { type Family, makeFamily } from './family.ts';

/** Who asks. */
export interface Asker {
  readonly header?: string | undefined;
  readonly bearer?: string | undefined;
}

/** A message of one sibling that waits for the busy agent of another. */
export async function wait(tools: Tools, params: Readonly<Record<string, unknown>> = {}) {
  const family = await makeFamily(tools);
  family.agent.answers({ breaks: 'close' });
  const text = `waits-${crypto.randomUUID()}`;
  const plain = message(text);
  const request = { ...plain, params: { ...plain.params, ...params } };
  const reply = await send(tools, family, request);
  return { family, text, request, reply, queueId: tools.platform.text(reply, 'queue_id') };
}

/** Sends a message of the family's sender to its target. */
export function send({ platform }: Tools, { source, target }: Family, request: object) {
  return platform.send(target, request, { as: source.token, headers: { 'x-workspace-id': source.id } });
}

/** Asks how a message fares. */
export function statusOf({ platform }: Tools, queueId: string, { header, bearer }: Asker) {
  return platform.ask('GET', `/workspaces/${crypto.randomUUID()}/a2a/queue/${queueId}`, {
    ...(bearer !== undefined && { as: bearer }),
    ...(header !== undefined && { headers: { 'x-workspace-id': header } }),
  });
}

/** The status of a message once it is this one. */
export function settled(tools: Tools, queueId: string, header: string, status: string) {
  return tools.eventually(async () => {
    const { json } = await statusOf(tools, queueId, { header });
    return Reflect.get(Object(json), 'status') === status ? json : undefined;
  });
}
