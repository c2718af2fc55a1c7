import { request } from 'undici';
import { loadSubject } from '../../../harness/config/subject.ts';
import {
  bootWorld,
  type MutantPlant,
  takeHandle,
  type World,
  type WorldHandle,
} from '../../../harness/environment/index.ts';
import { EnvironmentError } from '../../../harness/support/errors.ts';
import { type Database, openDatabase } from './database.ts';
import type { Victim, Way } from './plan.ts';

/** A world with somebody to send to on each way. Disposing takes it down. */
export interface Scene extends AsyncDisposable {
  readonly url: string;
  readonly database: Database;
  /** What messages of a way are sent to. */
  readonly targets: Readonly<Record<Way, Target>>;
  /** The service that a victim is. */
  service(victim: Victim): ReturnType<WorldHandle['service']>;
  /** Lets the runtime know its agent again, for one that was killed has forgotten it. */
  introduceAgent(): Promise<void>;
}

/** A workspace, and its bearer. */
export interface Target {
  readonly id: string;
  readonly token: string;
}

const BOOT_MS = 120_000;
const HEARTBEAT_MS = 5_000;

/** Boots a reference platform with PostgreSQL and a runtime, and with something planted when that is given. */
export async function openScene(mutant?: MutantPlant): Promise<Scene> {
  const subject = await loadSubject();
  const world = await bootWorld({
    ...{ subject, revision: subject.revision, deadlineMs: BOOT_MS },
    ...{ parts: ['platform', 'runtimes', 'database'], runtimes: ['strict'] },
    ...(mutant && { mutant }),
  });
  try {
    return await furnish(world);
  } catch (error) {
    await world[Symbol.asyncDispose]();
    throw error;
  }
}

const SERVICES: Readonly<Record<Victim, string>> = {
  platform: 'platform',
  PostgreSQL: 'postgres',
  runtime: 'echo-runtime-strict',
};

async function furnish(world: World): Promise<Scene> {
  const { platform, database } = world;
  if (!platform || !database) throw refused('the world', 'came up without platform or database');
  const [pushed, polled] = [await createWorkspace(world, 'push'), await createWorkspace(world, 'poll')];
  const handle = takeHandle(world, { by: 'bench:durability', deadlineMs: BOOT_MS });
  const scene: Scene = {
    url: platform.url,
    database: openDatabase(database.url),
    targets: { push: pushed, poll: polled, notify: polled },
    service: (victim) => handle.service(SERVICES[victim]),
    introduceAgent: () => introduceAgent(world, pushed),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
  await scene.introduceAgent();
  return scene;
}

async function createWorkspace({ platform }: World, mode: 'push' | 'poll'): Promise<Target> {
  const created = await demand(`${platform?.url}/workspaces`, 'POST', platform?.adminToken ?? '', {
    ...{ name: `bench-${mode}`, external: true, runtime: 'external', delivery_mode: mode },
  });
  return { id: created.id, token: created.connection.auth_token };
}

async function introduceAgent({ platform, runtimes }: World, { id, token }: Target): Promise<void> {
  const { url, controlToken } = runtimes.strict;
  await demand(`${url}/control/agents/bench`, 'PUT', controlToken, {
    registration: {
      ...{ platformUrl: platform?.url, workspaceId: id, bearer: token, deliveryMode: 'push' },
      heartbeatIntervalMs: HEARTBEAT_MS,
    },
  });
}

async function demand(url: string, method: 'POST' | 'PUT', bearer: string, json: object) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
  const reply = await request(url, { method, headers, body: JSON.stringify(json) });
  const text = await reply.body.text();
  if (reply.statusCode >= 300) throw refused(`${method} ${url}`, `answered ${reply.statusCode} ${text}`);
  return JSON.parse(text);
}

function refused(what: string, came: string): EnvironmentError {
  return new EnvironmentError({ code: 'BENCH_SCENE', message: `${what} ${came}.` });
}
