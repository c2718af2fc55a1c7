import type { Exchange } from '../../../wire/exchange.ts';
import type { Sender } from '../../../wire/sender.ts';
import { bearing } from '../../bearing.ts';
import { type Expect, Halt } from './checks.ts';
import { memberAt, type Reply, replyOf } from './reply.ts';

/** A request to the platform; `as` is a bearer, `admin` that of the administrator, nothing is nobody. */
export interface Asking {
  readonly as?: 'admin' | (string & {}) | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string | Uint8Array;
  /** How long an answer may take. */
  readonly deadlineMs?: number;
}

/** A workspace that a case has made for itself. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** Its own bearer. */
  readonly token: string;
  /** Where its agent is, when it is pushed to. */
  readonly url?: string;
}

/** What is asked for beside the name, which is made up. */
export interface WantedWorkspace {
  /** The agent that is pushed to; without one the workspace polls, unless `mode` says otherwise. */
  readonly url?: string;
  readonly mode?: 'push' | 'poll';
  readonly parent?: Workspace;
  /** More members of the request that creates it. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The platform under test, as a case speaks to it. */
export interface PlatformTool {
  readonly url: string;
  readonly adminToken: string | undefined;
  /** Sends one request; `path` begins with a slash. Whatever comes of it is data. */
  ask(method: string, path: string, asking?: Asking): Promise<Reply>;
  /** Makes an external workspace, and registers its agent where it has one. Ends the case when that is refused. */
  workspace(wanted?: WantedWorkspace): Promise<Workspace>;
  /** Sends an A2A request to a workspace: a message with that text, or the whole request. */
  send(workspace: Pick<Workspace, 'id'>, message: string | object, asking?: Asking): Promise<Reply>;
  /** A text of a reply, by its path; ends the case when it is not there. */
  text(reply: Reply, path: string): string;
}

/** What a platform tool is made from. */
export interface PlatformSetting {
  readonly sender: Sender;
  readonly url: string;
  readonly adminToken: string | undefined;
  readonly caseName: string;
  readonly deadlineMs: number;
  readonly expect: Expect;
  readonly exchanges: Exchange[];
  learn(secret: string): void;
}

/** Speaks to a platform for one case. */
export function openPlatform(setting: PlatformSetting): PlatformTool {
  const { url, adminToken } = setting;
  const ask = (method: string, path: string, asking: Asking = {}) => askFor(setting, method, path, asking);
  const text = (reply: Reply, path: string) => textIn(setting, reply, path);
  return {
    ...{ url, adminToken, ask, text },
    workspace: (wanted = {}) => makeWorkspace(setting, wanted),
    send: ({ id }, message, asking) =>
      ask('POST', `/workspaces/${id}/a2a`, { json: requestOf(message), ...asking }),
  };
}

/** A message with one text, as clients of version 0.3 send it. */
export function message(text: string, more: Readonly<Record<string, unknown>> = {}) {
  const parts = [{ kind: 'text', text }];
  const sent = { role: 'user', kind: 'message', messageId: crypto.randomUUID(), parts, ...more };
  return { jsonrpc: '2.0', id: crypto.randomUUID(), method: 'message/send', params: { message: sent } };
}

function requestOf(given: string | object): object {
  return typeof given === 'string' ? message(given) : given;
}

async function askFor(
  { sender, url, adminToken, deadlineMs, exchanges }: PlatformSetting,
  method: string,
  path: string,
  { as, headers = {}, json, body, deadlineMs: own }: Asking,
): Promise<Reply> {
  const bearer = as === 'admin' ? adminToken : as;
  const text = json === undefined ? (body ?? '') : JSON.stringify(json);
  const sent = await sender.send({
    ...{ purpose: 'replay', method, url: `${url}${path}`, deadlineMs: own ?? deadlineMs },
    headers: {
      ...bearing(bearer),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: Buffer.from(text as string),
  });
  exchanges.push(sent.exchange);
  return replyOf(sent);
}

async function makeWorkspace(setting: PlatformSetting, wanted: WantedWorkspace): Promise<Workspace> {
  const { url, parent, more } = wanted;
  const mode = wanted.mode ?? (url === undefined ? 'poll' : 'push');
  const name = `${setting.caseName}-${crypto.randomUUID().slice(0, 8)}`;
  const json = {
    ...{ name, external: true, runtime: 'external', delivery_mode: mode },
    ...(parent && { parent_id: parent.id }),
    ...more,
  };
  const created = await askFor(setting, 'POST', '/workspaces', { as: 'admin', json });
  setting.expect('an external workspace is created', created, { status: 201 }, 'F.2');
  const id = textIn(setting, created, 'id');
  const token = textIn(setting, created, 'connection.auth_token');
  setting.learn(token);
  if (url !== undefined) {
    const registering = { id, url, agent_card: { name }, delivery_mode: mode };
    const registered = await askFor(setting, 'POST', '/registry/register', { as: token, json: registering });
    setting.expect('its agent is registered', registered, { status: 200 }, 'E.1');
    if (registered.status !== 200) throw new Halt('no agent');
  }
  return { id, name, token, ...(url !== undefined && { url }) };
}

function textIn({ expect }: PlatformSetting, reply: Reply, path: string): string {
  const found = memberAt(reply.json, path);
  if (typeof found === 'string' && found !== '') return found;
  expect(`the answer has a text at ${path}`, reply, { like: textAt(path) });
  throw new Halt(path);
}

function textAt(path: string): unknown {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), 'a text');
}
