import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { EnvironmentError } from '../../../support/errors.ts';
import type { Crew } from '../../crew.ts';
import { freePort } from '../../free-port.ts';
import { lastLines } from '../../process/log-tail.ts';
import type { Service } from '../../process/service.ts';
import { type ReadyProbe, waitReady } from '../../process/wait-ready.ts';
import { findPostgres, type PostgresBinaries } from './binaries.ts';
import { databaseOwner, type Owner } from './owner.ts';
import { reachable } from './reachable.ts';
import { SUPERUSER, type Template, templateFor } from './template.ts';

const run = promisify(execFile);
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

/** Boots a PostgreSQL of this world's own and answers its URL, password included. Throws `EnvironmentError`. */
export async function startPostgres(crew: Crew): Promise<string> {
  const owner = databaseOwner();
  const found = findPostgres(crew.env.PATH, crew.options.postgres ?? 'path-or-package');
  const binaries = await reachable(found, owner, crew.places.templates);
  const template = await templateFor(binaries, owner, crew.places.templates, crew.deadline);
  crew.credentials.know(template.password);
  const data = join(crew.ledger.directory, 'postgres');
  await copyTemplate(template, data);
  crew.progress('prepared', 'postgres');
  const port = await startOnFreePort(crew, binaries, owner, data, template.password);
  const password = crew.credentials.fresh();
  await setPassword(urlOf(port, template.password), password);
  crew.ledger.setUrl('postgres', `postgresql://127.0.0.1:${port}`);
  crew.progress('ready', 'postgres');
  return urlOf(port, password);
}

/** By the system's own tool, which makes cheap copies where the file system can. */
async function copyTemplate(template: Template, data: string): Promise<void> {
  try {
    await run('cp', ['-a', template.data, data]);
  } catch (cause) {
    throw new EnvironmentError({
      code: 'DATABASE_NOT_COPIED',
      message: `The database cluster ${template.data} could not be copied to ${data}.`,
      details: String((cause as Error).message)
        .trim()
        .split('\n')
        .slice(-5),
      fix: `Make room in the temporary directory, or remove ${dirname(template.data)} so that it is made again.`,
      cause,
    });
  }
}

function urlOf(port: number, password: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres?sslmode=disable`;
}

/** PostgreSQL cannot choose a port by itself, and a free one may be taken before it gets there. */
async function startOnFreePort(
  crew: Crew,
  binaries: PostgresBinaries,
  owner: Owner | undefined,
  data: string,
  password: string,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const service = await startServer(crew, binaries, owner, data, port);
    try {
      await waitReady(service, answersQueries(urlOf(port, password)), crew.deadline, crew.signal);
      return port;
    } catch (error) {
      if (attempt === ATTEMPTS || !lostThePort(service)) throw error;
    }
  }
}

function startServer(
  crew: Crew,
  binaries: PostgresBinaries,
  owner: Owner | undefined,
  data: string,
  port: number,
): Promise<Service> {
  const settings = Object.entries({ ...SETTINGS, port: String(port) });
  return crew.start({
    name: 'postgres',
    stage: 'storage',
    command: binaries.postgres,
    args: ['-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: { LC_ALL: 'C', TZ: 'UTC' },
    cwd: data,
    stopSignal: 'SIGQUIT',
    ...(owner ? { owner } : {}),
  });
}

function lostThePort(service: Service): boolean {
  return (
    service.exit() !== undefined &&
    lastLines(service.record.logFile).some((line) => /could not bind/.test(line))
  );
}

function answersQueries(url: string): ReadyProbe<true> {
  return {
    what: 'a first query',
    ask: async () => {
      try {
        await query(url, 'select 1');
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

async function query(url: string, sql: string): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 2000 });
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
