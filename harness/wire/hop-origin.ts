import { once } from 'node:events';
import { type Agent, type IncomingMessage, request } from 'node:http';
import type { Message } from './hop-style.ts';

/** The header in which the runtime names the place for what is said instead of its reply, and gets the head of that. */
const SAID_HEADER = 'x-echo-said';

/** Lets a runtime that keeps what was answered know what became of it, before anybody can have that. */
export async function tellOrigin(
  { target, upstream }: { readonly target: string; readonly upstream: Agent },
  reply: IncomingMessage,
  { headers, body }: Message,
): Promise<void> {
  const path = reply.headers[SAID_HEADER];
  if (typeof path !== 'string') return;
  const { hostname, port } = new URL(target);
  const lowered = headers.map(([name, value]) => [name.toLowerCase(), value]);
  const head = { status: reply.statusCode, headers: Object.fromEntries(lowered) };
  const telling = request({
    ...{ hostname, port, method: 'PUT', path, agent: upstream },
    headers: { [SAID_HEADER]: encodeURIComponent(JSON.stringify(head)), 'content-length': body.length },
  });
  telling.end(body);
  const [taken] = await once(telling, 'response');
  taken.resume();
  if (taken.statusCode !== 204) throw new Error(`${path} answered ${taken.statusCode}`);
}
