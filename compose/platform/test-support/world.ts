import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type Dispatcher, request } from 'undici';
import { messageOf } from '../background.ts';
import { readConfig } from '../config.ts';
import type { Platform } from '../platform.ts';
import { type Surroundings, startPlatform } from '../service.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

export const ADMIN = 'admin-secret';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

export interface Answered {
  readonly status: number;
  readonly headers: Dispatcher.ResponseData['headers'];
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what each test asserts
  readonly json: any;
}
export interface CallOptions {
  readonly body?: string | Buffer | object;
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Joined {
  readonly id: string;
  readonly token: string;
}

/** A platform on its own database, and short ways to talk to it. */
export interface World extends AsyncDisposable {
  readonly url: string;
  readonly platform: Platform;
  /** Log lines as they were written. */
  readonly lines: string[];
  call(method: Dispatcher.HttpMethod, path: string, options?: CallOptions): Promise<Answered>;
  sql(text: string): Promise<readonly Record<string, unknown>[]>;
  /** Creates an external workspace called N and, with a URL, registers its agent. */
  join(url?: string, create?: object): Promise<Joined>;
  send(id: string, body: CallOptions['body'], options?: CallOptions): Promise<Answered>;
}

/** The platforms of one test file, which share one PostgreSQL server. */
export interface Worlds extends AsyncDisposable {
  start(
    environment?: Readonly<Record<string, string>>,
    surroundings?: Surroundings,
    database?: string,
  ): Promise<World>;
}

/** Starts the server; every `start` gets a database of its own unless it names one that exists. */
export async function startWorlds(): Promise<Worlds> {
  const postgres = await startPostgres();
  const running: World[] = [];
  const databases = new Map<string, string>();
  return {
    async start(environment = {}, surroundings = {}, database = `world_${running.length}`) {
      const world = await startWorld(
        await databaseUrl(postgres, databases, database),
        environment,
        surroundings,
      );
      running.push(world);
      return world;
    },
    async [Symbol.asyncDispose]() {
      for (const world of running) await world[Symbol.asyncDispose]();
      await postgres[Symbol.asyncDispose]();
    },
  };
}

async function databaseUrl(
  postgres: TestPostgres,
  databases: Map<string, string>,
  name: string,
): Promise<string> {
  const url = databases.get(name) ?? (await postgres.createDatabase(name));
  databases.set(name, url);
  return url;
}

async function startWorld(
  url: string,
  environment: Readonly<Record<string, string>>,
  surroundings: Surroundings,
): Promise<World> {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const base = {
    DATABASE_URL: url,
    ADMIN_TOKEN: ADMIN,
    MIGRATIONS_DIR: MIGRATIONS,
    PLATFORM_URL: 'http://platform.test',
  };
  const running = await startPlatform(readConfig({ ...base, ...environment }), log, surroundings);
  const call = (method: Dispatcher.HttpMethod, path: string, options: CallOptions = {}) =>
    exchange(method, running.url + path, options);
  const dispose = once(async () => running[Symbol.asyncDispose]());
  const world: World = {
    url: running.url,
    platform: running.platform,
    lines,
    call,
    sql: (text) => running.platform.database.query('', text),
    join: (agentUrl, create = {}) => join(world, agentUrl, create),
    send: (id, body, options = {}) =>
      call('POST', `/workspaces/${id}/a2a`, { ...options, ...(body ? { body } : {}) }),
    [Symbol.asyncDispose]: dispose,
  };
  return world;
}

async function exchange(method: Dispatcher.HttpMethod, url: string, options: CallOptions): Promise<Answered> {
  const { body, bearer } = options;
  const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
  const answer = await request(url, {
    method,
    headers: { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...options.headers },
    body: raw ? (body ?? null) : JSON.stringify(body),
  });
  const text = await answer.body.text();
  return { status: answer.statusCode, headers: answer.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return messageOf(error);
  }
}

async function join(world: World, url: string | undefined, create: object): Promise<Joined> {
  const body = { name: randomUUID(), external: true, runtime: 'external', ...create };
  const created = await world.call('POST', '/workspaces', { bearer: ADMIN, body });
  if (created.status !== 201) throw new Error(`create answered ${created.status}: ${created.text}`);
  const { id } = created.json;
  const token = created.json.connection.auth_token;
  await world.sql(`UPDATE workspaces SET name = 'N' WHERE id = '${id}'`);
  if (url === undefined) return { id, token };
  const registration = { id, agent_card: { name: 'agent' }, url };
  const registered = await world.call('POST', '/registry/register', { bearer: token, body: registration });
  if (registered.status !== 200)
    throw new Error(`register answered ${registered.status}: ${registered.text}`);
  return { id, token };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/** Waits until `check` holds, ten seconds at most. */
export async function eventually(check: () => boolean | Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + 10_000;
  while (!(await check())) {
    if (Date.now() > deadlineMs) throw new Error('it did not happen within 10 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A v0.3 message with one text part. */
export function message(text: string, more: object = {}): object {
  const params = {
    message: { messageId: `m-${text}`, role: 'user', parts: [{ kind: 'text', text }] },
    ...more,
  };
  return { jsonrpc: '2.0', id: '1', method: 'message/send', params };
}
