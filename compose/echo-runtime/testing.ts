import { request } from 'undici';
import type { LineId } from './config.ts';
import type { Line } from './lines/line.ts';
import { sdk02Line } from './lines/sdk-0.2.ts';
import { sdk03Line } from './lines/sdk-0.3.ts';
import { sdk1Line } from './lines/sdk-1.ts';
import { strictLine } from './lines/strict.ts';
import { type Runtime, startRuntime } from './server.ts';
import type { Inbox } from './types.ts';

const CONTROL_TOKEN = 'control-token';
const SCHEMAS = 'corpus/schemas/a2a';
const LOAD: Readonly<Record<LineId, () => Promise<Line>>> = {
  strict: () => strictLine(SCHEMAS),
  '0.2': sdk02Line,
  '0.3': sdk03Line,
  '1.x': sdk1Line,
};

/** What came back: the text as it was, and as JSON where it is JSON. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly body: Body;
}

/** A JSON-RPC reply as far as tests look into it; `undefined` members are simply not there. */
export interface Body {
  readonly [name: string]: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/** A running runtime and the few things that tests do with it. */
export interface TestRuntime extends AsyncDisposable {
  readonly url: string;
  /** Posts bytes, text or a document to an agent. */
  post(agent: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  control(method: string, path: string, body?: unknown, token?: string): Promise<Reply>;
  setUp(agent: string, setup: unknown): Promise<Reply>;
  inbox(agent: string): Promise<Inbox>;
}

/** Starts a real runtime of one line on a free port. */
export async function startTestRuntime(line: LineId): Promise<TestRuntime> {
  const runtime = await startRuntime({
    host: '127.0.0.1',
    port: 0,
    controlToken: CONTROL_TOKEN,
    line: await LOAD[line](),
  });
  return testRuntime(runtime);
}

/** A v0.3 `message/send` with one text part; `message` replaces members, `undefined` removes them. */
export function sendBody(message: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) {
  const parts = [{ kind: 'text', text: 'hello' }];
  const params = { message: { kind: 'message', role: 'user', messageId: 'm1', parts, ...message } };
  return { jsonrpc: '2.0', id: 'q', method: 'message/send', params, ...envelope };
}

/** A 1.0 `SendMessage`, to be sent with `V1_HEADERS`. */
export function sendBodyV1(message: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) {
  const params = { message: { role: 'ROLE_USER', messageId: 'm1', parts: [{ text: 'hello' }], ...message } };
  return { jsonrpc: '2.0', id: 'q', method: 'SendMessage', params, ...envelope };
}

export const V1_HEADERS = { 'a2a-version': '1.0' };

function testRuntime(runtime: Runtime): TestRuntime {
  const control: TestRuntime['control'] = (method, path, body, token = CONTROL_TOKEN) => {
    return send(method, `${runtime.url}/control${path}`, body, { authorization: `Bearer ${token}` });
  };
  return {
    url: runtime.url,
    control,
    post: (agent, body, headers = {}) => send('POST', `${runtime.url}/agents/${agent}`, body, headers),
    setUp: (agent, setup) => control('PUT', `/agents/${agent}`, setup),
    inbox: async (agent) => (await control('GET', `/agents/${agent}/inbox`)).body as unknown as Inbox,
    [Symbol.asyncDispose]: () => runtime[Symbol.asyncDispose](),
  };
}

async function send(
  method: string,
  url: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Reply> {
  const asIs = typeof body === 'string' || body instanceof Uint8Array;
  const reply = await request(url, {
    method: method as 'POST',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? null : asIs ? body : JSON.stringify(body),
  });
  const text = await reply.body.text();
  return {
    status: reply.statusCode,
    contentType: String(reply.headers['content-type']),
    text,
    body: parsed(text),
  };
}

function parsed(text: string): Body {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
