import { once } from 'node:events';
import { type Agent, type IncomingMessage, request } from 'node:http';
import type { Message } from './hop-style.ts';

/** The header in which the runtime names the place for what is said instead of its reply. */
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
  const telling = request({ hostname, port, method: 'PUT', path, agent: upstream });
  const lowered = headers.map(([name, value]) => [name.toLowerCase(), value]);
  const said = { status: reply.statusCode, headers: Object.fromEntries(lowered) };
  telling.end(JSON.stringify({ ...said, bodyBase64: body.toString('base64') }));
  const [taken] = await once(telling, 'response');
  taken.resume();
  if (taken.statusCode !== 204) throw new Error(`${path} answered ${taken.statusCode}`);
}
