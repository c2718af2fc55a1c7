import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { inject } from 'vitest';
import { type Programs, templateCluster } from './postgres-template.ts';

const run = promisify(execFile);
const READY_WITHIN_MS = 20_000;
const SETTINGS = ['fsync=off', 'full_page_writes=off', 'max_connections=60', 'listen_addresses='];

/** A PostgreSQL server of one test file, on a unix socket. */
export interface TestPostgres extends AsyncDisposable {
  /** URL of a fresh, empty database. */
  createDatabase(name: string): Promise<string>;
}
/** Starts a server on a copy of a template cluster; PostgreSQL refuses root, which then becomes another user. */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = findPrograms();
  const { owner } = programs;
  const template = await templateCluster(programs, tmpdir());
  const directory = await mkdtemp(join(tmpdir(), 'platform-pg-'));
  await chown(directory, owner.uid, owner.gid);
  const data = join(directory, 'data');
  await cp(template, data, { recursive: true, preserveTimestamps: true });
  await own(data, programs);
  const settings = [...SETTINGS, `unix_socket_directories=${directory}`].flatMap((setting) => [
    '-c',
    setting,
  ]);
  const server = spawn(programs.postgres, ['-D', data, ...settings], {
    ...owner,
    cwd: directory,
    stdio: 'ignore',
  });
  const connect = (database: string) => new pg.Client({ host: directory, user: 'postgres', database });
  await untilReady(() => connect('postgres'), server);
  return {
    async createDatabase(name) {
      await withClient(connect('postgres'), (client) => client.query(`CREATE DATABASE ${name}`));
      return `postgres://postgres@/${name}?host=${encodeURIComponent(directory)}`;
    },
    [Symbol.asyncDispose]: () => stop(server, directory),
  };
}

/** Wherever PostgreSQL is on this machine, also where it is an npm package only. */
function findPrograms(): Programs {
  const found = inject('postgres');
  if ('missing' in found) throw new Error(found.missing);
  const ourselves = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  return { owner: ourselves, ...found };
}

async function own(data: string, { owner }: Programs): Promise<void> {
  await mkdir(data, { recursive: true });
  await run('chown', ['-R', `${owner.uid}:${owner.gid}`, data]);
  await chmod(data, 0o700);
}

async function untilReady(connect: () => pg.Client, server: ChildProcess): Promise<void> {
  const deadlineMs = Date.now() + READY_WITHIN_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`postgres ended with exit code ${server.exitCode}`);
    try {
      await withClient(connect(), (client) => client.query('SELECT 1'));
      return;
    } catch (error) {
      if (Date.now() > deadlineMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function withClient<T>(client: pg.Client, work: (client: pg.Client) => Promise<T>): Promise<T> {
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function stop(server: ChildProcess, directory: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
  }
  await rm(directory, { recursive: true, force: true });
}
