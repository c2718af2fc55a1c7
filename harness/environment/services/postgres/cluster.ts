import { randomUUID } from 'node:crypto';
import { EnvironmentError } from '../../../support/errors.ts';
import type { Crew, ServiceOrder } from '../../crew/crew.ts';
import type { Budget } from '../../handling/grip.ts';
import { bringUp } from '../../process/bring-up.ts';
import { freePort } from '../../process/free-port.ts';
import { isPortTaken } from '../../process/port-taken.ts';
import type { Service } from '../../process/service.ts';
import { settle } from '../../process/settle.ts';
import type { ReadyProbe } from '../../process/wait-ready.ts';
import type { PreparedCluster } from './prepare.ts';
import { SUPERUSER } from './template.ts';

const ATTEMPTS = 5;

/** Throwaway data, so no fsync; `synchronous_commit` stays on, or a killed server would lose acknowledged rows. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'on',
  dynamic_shared_memory_type: 'mmap',
  max_connections: '200',
  shared_buffers: '64MB',
  password_encryption: 'scram-sha-256',
};

/** Starts a prepared cluster and answers its URL, with a password of this run. Throws `EnvironmentError`. */
export async function startPostgres(crew: Crew, cluster: PreparedCluster): Promise<string> {
  const link = await crew.link('postgres');
  const { service, port } = await startOnFreePort(crew, cluster);
  const password = crew.credentials.fresh();
  await setPassword(urlOf(port, cluster.templatePassword), password);
  const again = (budget: Budget) => startServer(crew, cluster, port, password, budget);
  const url = `postgresql://127.0.0.1:${port}`;
  const reachedAt = settle(crew, { service, url, link, again });
  return urlOf(Number(new URL(reachedAt).port), password);
}

/**
 * Makes an empty database beside another one of the same server, and answers its URL; it goes with the world of `crew`.
 * Throws `EnvironmentError`.
 */
export async function addDatabase(crew: Crew, beside: string): Promise<string> {
  const name = `beside_${randomUUID().replaceAll('-', '')}`;
  await query(beside, `create database ${name}`).catch((cause) => {
    throw new EnvironmentError({
      code: 'POSTGRES_DATABASE',
      message: `PostgreSQL did not make another database (${codeOf(cause)}).`,
      cause,
    });
  });
  crew.keep({
    // Where the server is gone, so is the database.
    [Symbol.asyncDispose]: () => query(beside, `drop database ${name} with (force)`).catch(() => undefined),
  });
  const url = new URL(beside);
  url.pathname = `/${name}`;
  return url.href;
}

function urlOf(port: number, password: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres?sslmode=disable`;
}

/** PostgreSQL cannot choose a port by itself, and a free one may be taken before it gets there. */
async function startOnFreePort(crew: Crew, cluster: PreparedCluster) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { port, service: await startServer(crew, cluster, port, cluster.templatePassword, crew) };
    } catch (error) {
      if (attempt === ATTEMPTS || !isPortTaken(error)) throw error;
    }
  }
}

async function startServer(
  crew: Crew,
  { binaries, owner, data }: PreparedCluster,
  port: number,
  password: string,
  budget: Budget,
): Promise<Service> {
  const settings = Object.entries({ ...SETTINGS, port: String(port) });
  const order: ServiceOrder = {
    name: 'postgres',
    stage: 'storage',
    command: binaries.postgres,
    args: ['-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: { LC_ALL: 'C', TZ: 'UTC' },
    cwd: data,
    stopSignal: 'SIGQUIT',
    ...(owner ? { owner } : {}),
  };
  const { service } = await bringUp(crew, order, () => answersQueries(urlOf(port, password)), budget);
  return service;
}

/** Ready is what answers a first query. */
export function answersQueries(url: string): ReadyProbe<true> {
  return {
    what: 'a first query',
    ask: async () => {
      try {
        await query(url, 'select 1', PROBE_MS);
        return { ready: true, value: true };
      } catch (error) {
        return { ready: false, last: codeOf(error) };
      }
    },
  };
}

/** The password travels over the connection, so that it never stands in an argument list. */
async function setPassword(url: string, password: string): Promise<void> {
  try {
    await query(url, `alter role ${SUPERUSER} password '${password}'`);
  } catch (cause) {
    throw new EnvironmentError({
      code: 'POSTGRES_PASSWORD',
      message: `PostgreSQL did not take the password of this run (${codeOf(cause)}).`,
      cause,
    });
  }
}

/** A probe is asked again; of what is asked once the answer is waited for as long as a busy machine may take. */
const PROBE_MS = 2_000;
const PATIENCE_MS = 60_000;

async function query(url: string, sql: string, withinMs = PATIENCE_MS): Promise<void> {
  const { Client } = (await import('pg')).default;
  const limits = { connectionTimeoutMillis: withinMs, query_timeout: withinMs };
  const client = new Client({ connectionString: url, ...limits });
  client.on('error', () => undefined); // A connection that breaks fails the query too.
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function codeOf(error: unknown): string {
  const { code, message } = error as Error & { code?: string };
  return code ?? message;
}
