import type { Arrival, Handed } from '../exchange.ts';
import { readingOf } from '../judge/message-reading.ts';
import { serve, type TestServer } from './serve.ts';

/** How the little world misbehaves. */
export interface Faults {
  /** Instead of creating a workspace. */
  readonly workspaces?: { readonly status: number; readonly body: string };
  /** What registering comes to. */
  readonly registration?: { readonly status: number; readonly body: unknown };
  /** Instead of forwarding; the request never gets to the runtime. */
  readonly a2a?: { readonly status: number; readonly body: string };
  /** Milliseconds from a polled message's acceptance to its arrival. */
  readonly pollDelayMs?: number;
}

export const CONTROL_TOKEN = 'control-token-0123456789';
export const ADMIN_TOKEN = 'admin-token-0123456789';
export const WORKSPACE_TOKEN = 'workspace-token-0123456789';

/** An echo runtime and a platform in one process, as small as the replay needs them. */
export interface LittleWorld extends AsyncDisposable {
  readonly url: string;
  /** Paths asked for, in order, control calls included. */
  readonly calls: readonly string[];
}

export async function littleWorld(faults: Faults = {}): Promise<LittleWorld> {
  const calls: string[] = [];
  const agents = new Map<string, { arrivals: Arrival[]; handed: Handed[]; poll: boolean }>();
  const workspaces = new Map<string, string>();
  const receive = (agent: string, body: Buffer) => {
    const inbox = agents.get(agent);
    const request: unknown = JSON.parse(body.toString());
    const at = new Date().toISOString();
    const seq = (inbox?.arrivals.length ?? 0) + 1;
    inbox?.arrivals.push({
      seq,
      at,
      via: 'push',
      path: `/agents/${agent}`,
      headers: {},
      bodyBase64: body.toString('base64'),
    });
    inbox?.handed.push({ seq, at, raw: request, reading: readingOf(request) });
    return echoOf(request);
  };
  const server: TestServer = await serve((request, response, body) => {
    const path = request.url ?? '';
    calls.push(`${request.method} ${path}`);
    const json = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    const [, place = '', first = '', second = '', third = ''] = path.split('/');
    if (place === 'control') {
      if (request.headers.authorization !== `Bearer ${CONTROL_TOKEN}`) return json(401, { error: 'no' });
      if (third === 'inbox')
        return json(200, {
          agent: second,
          arrivals: agents.get(second)?.arrivals,
          handed: agents.get(second)?.handed,
        });
      if (request.method === 'DELETE') return json(200, { removed: agents.delete(second) });
      const { registration, mode } = JSON.parse(body.toString());
      agents.set(second, { arrivals: [], handed: [], poll: mode === 'poll' });
      if (registration) workspaces.set(registration.workspaceId, second);
      const answer = faults.registration ?? { status: 200, body: { status: 'registered' } };
      return json(200, {
        agent: second,
        url: `${server.url}/agents/${second}`,
        ...(registration && { registration: answer }),
      });
    }
    if (place === 'agents') return json(200, receive(first, body));
    if (first === '') {
      if (faults.workspaces) return response.writeHead(faults.workspaces.status).end(faults.workspaces.body);
      return json(201, { id: 'ws-1', external: true, connection: { auth_token: WORKSPACE_TOKEN } });
    }
    if (faults.a2a) return response.writeHead(faults.a2a.status).end(faults.a2a.body);
    const agent = workspaces.get(first) ?? '';
    if (!agents.get(agent)?.poll) return json(200, receive(agent, body));
    setTimeout(() => receive(agent, body), faults.pollDelayMs ?? 30);
    return json(200, { status: 'queued', delivery_mode: 'poll', method: JSON.parse(body.toString()).method });
  });
  return { url: server.url, calls, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

function echoOf(request: unknown): unknown {
  const reading = readingOf(request);
  const text = reading.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
  const { id } = request as { id: unknown };
  const parts = [{ kind: 'text', text: `echo: ${text}` }];
  const contextId = reading.contextId ?? 'ctx-1';
  return { jsonrpc: '2.0', id, result: { kind: 'message', messageId: 'a', role: 'agent', contextId, parts } };
}
