import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { openDatabase } from './store/database.ts';
import { migrate } from './store/migrate.ts';
import { startPostgres, type TestPostgres } from './test-support/postgres.ts';
import { ADMIN, eventually, MIGRATIONS, startWorlds } from './test-support/world.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
let postgres: TestPostgres;
const children: ChildProcess[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await postgres[Symbol.asyncDispose]();
});

interface Started {
  readonly child: ChildProcess;
  readonly lines: Record<string, unknown>[];
}

function start(environment: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--import', './scripts/typescript/run.mjs', MAIN], {
    env: { PATH: process.env.PATH ?? '', MIGRATIONS_DIR: MIGRATIONS, ADMIN_TOKEN: ADMIN, ...environment },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  children.push(child);
  const lines: Record<string, unknown>[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk) => {
    const pieces = (rest + chunk).split('\n');
    rest = pieces.pop() ?? '';
    lines.push(...pieces.map((line) => JSON.parse(line)));
  });
  return { child, lines };
}

async function listening({ lines }: Started): Promise<string> {
  const line = () => lines.find(({ msg }) => msg === 'listening');
  await eventually(() => line() !== undefined);
  return String(line()?.url);
}

describe('the process', () => {
  test('says where it listens, answers health, and ends with 0 on SIGTERM', async () => {
    const started = start({ DATABASE_URL: await postgres.createDatabase('process_a') });
    const url = await listening(started);
    expect((await request(`${url}/health`)).statusCode).toBe(200);
    const ended = once(started.child, 'exit');
    started.child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  test('ends when its parent is gone', async () => {
    const database = await postgres.createDatabase('process_b');
    const started = start({ DATABASE_URL: database, ASSAY_DIE_WITH_PARENT: '1' });
    await listening(started);
    const ended = once(started.child, 'exit');
    started.child.stdin?.end();
    expect(await ended).toEqual([0, null]);
  });

  test('ends with 1 and a reason when the database is out of reach', async () => {
    const started = start({ DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none' });
    expect(await once(started.child, 'exit')).toEqual([1, null]);
    expect(started.lines.at(-1)).toMatchObject({
      level: 60,
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

test('what was acknowledged is there after a restart, what lived in memory is not', async () => {
  await using worlds = await startWorlds();
  const before = await worlds.start({}, {}, 'kept');
  const workspace = await before.join(undefined, { delivery_mode: 'poll' });
  await before.send(workspace.id, { method: 'm', params: { message: { content: 'kept' } } });
  before.platform.runtimeState.setIdleTimeoutSeconds(workspace.id, 5);
  await before[Symbol.asyncDispose]();
  const after = await worlds.start({}, {}, 'kept');
  const rows = await after.call('GET', `/workspaces/${workspace.id}/activity`, { bearer: workspace.token });
  expect(rows.json).toMatchObject([{ summary: 'm → N (queued for poll)' }]);
  expect(after.platform.runtimeState.idleTimeoutMs(workspace.id)).toBeUndefined();
});

describe('migrations', () => {
  test('two platforms that boot at once apply each migration once, and a later boot none', async () => {
    const url = await postgres.createDatabase('twice');
    await using one = openDatabase(url, () => undefined);
    await using other = openDatabase(url, () => undefined);
    const [first, second] = await Promise.all([migrate(one, MIGRATIONS), migrate(other, MIGRATIONS)]);
    expect([...first, ...second].sort()).toEqual([...new Set([...first, ...second])].sort());
    expect(first.length + second.length).toBeGreaterThan(5);
    expect(await migrate(one, MIGRATIONS)).toEqual([]);
  });

  test('the status enum has the ten values in their order (F.1)', async () => {
    await using database = openDatabase(await postgres.createDatabase('enums'), () => undefined);
    await migrate(database, MIGRATIONS);
    const [row] = await database.query('', 'SELECT enum_range(NULL::workspace_status)::text AS range');
    expect(row?.range).toBe(
      '{provisioning,online,offline,degraded,failed,removed,paused,hibernated,awaiting_agent,hibernating}',
    );
  });
});

test.each([
  [{ DATABASE_URL: '' }, 'DATABASE_URL'],
  [{ CONTRACT_REVISION: 'R2' }, 'CONTRACT_REVISION'],
  [{ PORT: 'http' }, 'PORT'],
])('a bad environment %j is named', (environment, name) => {
  expect(() => readConfig({ DATABASE_URL: 'x', MIGRATIONS_DIR: 'y', ...environment })).toThrow(name);
});
