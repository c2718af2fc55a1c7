import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { deadlineIn, poll } from '../../../support/deadline.ts';

/** A real PostgreSQL server of a test, without passwords, on a loopback port of its own. */
export interface TestPostgres extends AsyncDisposable {
  readonly url: string;
}

/** Makes a cluster in a temporary folder and starts it, as user `postgres` when the test runs as root. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-drift-pg-'));
  const owner = process.getuid?.() === 0 ? accountOf('postgres') : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const options = { cwd: folder, env: { PATH: pathOfTests(), LC_ALL: 'C' }, ...owner };
  execFileSync('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync'], {
    ...options,
    stdio: 'pipe',
  });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', `port=${port}`];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn('postgres', args, { ...options, stdio: 'ignore' });
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    server.kill('SIGQUIT');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await poll(() => answers(url), deadlineIn(20_000), 30))) {
    await stop();
    throw new Error('PostgreSQL did not start for the test');
  }
  return { url, [Symbol.asyncDispose]: stop };
}

/** Root's PATH may lack the server's folder; the usual ones are enough for a test. */
function pathOfTests(): string {
  return '/usr/local/bin:/usr/bin:/bin:/usr/lib/postgresql/15/bin:/usr/lib/postgresql/17/bin';
}

function accountOf(name: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function answers(url: string): Promise<true | undefined> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
