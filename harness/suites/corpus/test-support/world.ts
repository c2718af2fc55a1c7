import type { IncomingMessage } from 'node:http';
import type { Arrival, Handed, Inbox } from '../../../wire/exchange.ts';
import { readingOf } from '../../../wire/reply/message-reading.ts';
import { serve, type TestServer } from '../../../wire/test-support/serve.ts';

/** How the little world misbehaves. */
export interface Faults {
  /** Instead of creating a workspace. */
  readonly workspaces?: Answer;
  /** What registering comes to. */
  readonly registration?: { readonly status: number; readonly body: unknown };
  /** Instead of forwarding; the request never gets to the runtime. */
  readonly a2a?: Answer;
  /** Milliseconds from a polled message's acceptance to its arrival. */
  readonly pollDelayMs?: number;
  /** Sends a message once more as soon as its workspace is asked for its rows. */
  readonly sendsAgain?: boolean;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The secrets of the little world, long enough to be looked for. */
export const CONTROL_TOKEN = 'control-token-0123456789';
export const ADMIN_TOKEN = 'admin-token-0123456789';
export const WORKSPACE_TOKEN = 'workspace-token-0123456789';

/** An echo runtime and a platform in one process, as small as replaying needs them. */
export interface LittleWorld extends AsyncDisposable {
  readonly url: string;
  /** What was asked for, in order, control calls included. */
  readonly calls: readonly string[];
}

/** Starts the little world on a free port. */
export async function littleWorld(faults: Faults = {}): Promise<LittleWorld> {
  const calls: string[] = [];
  const state: State = { faults, agents: new Map(), workspaces: new Map() };
  const server: TestServer = await serve((request, response, body) => {
    calls.push(`${request.method} ${request.url}`);
    const answer = answerOf(state, server.url, request, body);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  return { url: server.url, calls, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

interface Agent {
  readonly arrivals: Arrival[];
  readonly handed: Handed[];
  readonly polls: boolean;
}

interface State {
  readonly faults: Faults;
  readonly agents: Map<string, Agent>;
  /** Workspace id to agent. */
  readonly workspaces: Map<string, string>;
}

function answerOf(state: State, url: string, request: IncomingMessage, body: Buffer): Answer {
  const [, place = '', first = '', second = '', third = ''] = (request.url ?? '').split('/');
  if (place === 'control') return control(state, url, request, second, third, body);
  if (place === 'agents') return json(200, receive(state, first, body));
  if (request.method === 'GET') return noRows(state, first);
  if (first === '') return state.faults.workspaces ?? json(201, WORKSPACE);
  return state.faults.a2a ?? forward(state, state.workspaces.get(first) ?? '', body);
}

/** It shows no rows. */
const NOT_FOUND: Answer = { status: 404, body: '{"error":"not found"}' };

const WORKSPACE = { id: 'ws-1', external: true, connection: { auth_token: WORKSPACE_TOKEN } };

function control(
  { faults, agents, workspaces }: State,
  url: string,
  request: IncomingMessage,
  agent: string,
  what: string,
  body: Buffer,
): Answer {
  if (request.headers.authorization !== `Bearer ${CONTROL_TOKEN}`) return json(401, { error: 'no' });
  const { arrivals = [], handed = [] } = agents.get(agent) ?? {};
  if (what === 'inbox') return json(200, { agent, arrivals, handed } satisfies Inbox);
  if (request.method === 'DELETE') return json(200, { removed: agents.delete(agent) });
  const { registration, mode } = JSON.parse(body.toString());
  agents.set(agent, { arrivals: [], handed: [], polls: mode === 'poll' });
  const answer = { agent, url: `${url}/agents/${agent}` };
  if (!registration) return json(200, answer);
  workspaces.set(registration.workspaceId, agent);
  const registered = { status: 200, body: { status: 'registered' } };
  return json(200, { ...answer, registration: faults.registration ?? registered });
}

function noRows(state: State, workspace: string): Answer {
  const agent = state.workspaces.get(workspace) ?? '';
  const [arrival] = state.agents.get(agent)?.arrivals ?? [];
  if (state.faults.sendsAgain && arrival) receive(state, agent, Buffer.from(arrival.bodyBase64, 'base64'));
  return NOT_FOUND;
}

function forward(state: State, agent: string, body: Buffer): Answer {
  if (!state.agents.get(agent)?.polls) return json(200, receive(state, agent, body));
  setTimeout(() => receive(state, agent, body, 'poll'), state.faults.pollDelayMs ?? 30).unref();
  const { method } = JSON.parse(body.toString());
  return json(200, { status: 'queued', delivery_mode: 'poll', method });
}

function receive({ agents }: State, agent: string, body: Buffer, via: 'push' | 'poll' = 'push'): unknown {
  const inbox = agents.get(agent);
  const request: unknown = JSON.parse(body.toString());
  const reading = readingOf(request);
  const mark = { seq: (inbox?.arrivals.length ?? 0) + 1, at: new Date().toISOString() };
  const path = `/agents/${agent}`;
  const arrival = { ...mark, via, path, headers: {}, bodyBase64: body.toString('base64') } as const;
  inbox?.handed.push({ ...mark, raw: request, reading });
  const text = reading.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
  const parts = [{ kind: 'text', text: `echo: ${text}` }];
  const contextId = reading.contextId ?? 'ctx-1';
  const result = { kind: 'message', messageId: 'a', role: 'agent', contextId, parts };
  const answer = { jsonrpc: '2.0', id: Reflect.get(Object(request), 'id'), result };
  const said = { status: 200, headers: JSON_TYPE, bodyBase64: base64Of(answer) };
  inbox?.arrivals.push(via === 'push' ? { ...arrival, said } : arrival);
  return answer;
}

const JSON_TYPE = { 'content-type': 'application/json' } as const;

function base64Of(document: unknown): string {
  return Buffer.from(JSON.stringify(document)).toString('base64');
}

function json(status: number, value: unknown): Answer {
  return { status, body: JSON.stringify(value) };
}
