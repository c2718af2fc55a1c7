import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import pg from 'pg';
import { expect, test } from 'vitest';
import { processEnv } from '../config/process-env.ts';
import { bootWorld } from './boot.ts';
import { isAlive } from './process/identity.ts';
import { findPostgres } from './services/postgres/binaries.ts';
import { fixture, rejection, smallWorld, testRegistry } from './testing.ts';
import type { World } from './world.ts';

test('a reference world comes up whole, tells where everything is, and leaves nothing behind', async () => {
  await using registry = testRegistry();
  const world = await bootWorld(await smallWorld(registry.directory));
  expect(world).toMatchObject({ state: 'ready', mode: 'process', revision: 'R3' });
  expect(world.subject).toMatchObject({
    kind: 'reference',
    digest: expect.stringMatching(/^process:sha256:/),
  });
  expect(world.services.map(({ name }) => name).toSorted()).toEqual([
    'cp-simulator',
    'echo-runtime-strict',
    'platform',
    'postgres',
  ]);
  for (const { url } of world.services) expect(url).toMatch(/^\w+:\/\/127\.0\.0\.1:\d+$/);
  expect(await answerOf(world.platform?.url)).toMatchObject({ revision: 'R3', seams: false });
  await world[Symbol.asyncDispose]();
  expect(world.services.filter(isAlive)).toEqual([]);
  expect(existsSync(world.directory)).toBe(false);
});

test('its database answers with the password of the run, and with no other', async () => {
  await using registry = testRegistry();
  await using world = await bootWorld(await smallWorld(registry.directory));
  const url = world.database?.url ?? '';
  expect(await showSetting(url, 'synchronous_commit')).toBe('on');
  expect(await showSetting(url, 'fsync')).toBe('off');
  const wrong = new URL(url);
  wrong.password = 'guess';
  expect(await rejection(showSetting(wrong.href, 'fsync'))).toMatchObject({ code: '28P01' });
});

test('services learn what they need and nothing else of our environment', async () => {
  await using registry = testRegistry();
  const options = {
    ...(await smallWorld(registry.directory)),
    env: { PATH: process.env.PATH, SECRET_OF_OURS: 'x' },
  };
  await using world = await bootWorld(options);
  const { env } = await answerOf(world.platform?.url);
  expect(env).toEqual(
    expect.arrayContaining(['ADMIN_TOKEN', 'DATABASE_URL', 'MIGRATIONS_DIR', 'MOLECULE_CP_SHARED_SECRET']),
  );
  expect(env).not.toContain('SECRET_OF_OURS');
});

test('world.json is for us alone, and every credential is listed as a secret', async () => {
  await using registry = testRegistry();
  await using world = await bootWorld(await smallWorld(registry.directory));
  const file = join(world.directory, 'world.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(world)));
  const credentials = [world.platform?.adminToken, world.controlPlane?.controlToken, passwordOf(world)];
  expect(world.secrets).toEqual(expect.arrayContaining(credentials));
  for (const { pid } of world.services) {
    const commandLine = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    expect(world.secrets.filter((secret) => commandLine.includes(secret))).toEqual([]);
  }
});

test('a mutant is planted into its service alone', async () => {
  await using registry = testRegistry();
  const mutant = { id: 'M108', service: 'platform', module: fixture('plants-a-seam.ts') } as const;
  await using world = await bootWorld({ ...(await smallWorld(registry.directory)), mutant });
  expect(world.mutant).toBe('M108');
  expect(await answerOf(world.platform?.url)).toMatchObject({ seams: true });
  expect(await answerOf(world.runtimes.strict.url)).toMatchObject({ seams: false });
});

test('two teardowns in a row are one', async () => {
  await using registry = testRegistry();
  const world = await bootWorld(await smallWorld(registry.directory));
  await Promise.all([world[Symbol.asyncDispose](), world[Symbol.asyncDispose]()]);
  await world[Symbol.asyncDispose]();
  expect(existsSync(world.directory)).toBe(false);
});

const lacking = whatLacks();
const bothKinds = 'the PostgreSQL of the npm package serves as well as one on PATH';

test.skipIf(lacking)(lacking ? `${bothKinds} (inconclusive: ${lacking})` : bothKinds, async () => {
  await using registry = testRegistry();
  const options = { ...(await smallWorld(registry.directory)), parts: ['database'] } as const;
  for (const postgres of ['package', 'path-or-package'] as const) {
    await using world = await bootWorld({ ...options, postgres });
    const { stdout } = await execa(findPostgres(processEnv.PATH, postgres).postgres, ['--version']);
    const version = await showSetting(world.database?.url ?? '', 'server_version');
    expect(stdout).toContain(` ${version}`);
  }
});

/** Which of the two a machine lacks. */
function whatLacks(): string | undefined {
  const kindOf = (choice: 'package' | 'path-or-package') => {
    try {
      return findPostgres(processEnv.PATH, choice).from;
    } catch {
      return undefined;
    }
  };
  if (kindOf('package') === undefined) return 'the npm package is not installed';
  return kindOf('path-or-package') === 'path' ? undefined : 'there is no PostgreSQL on PATH';
}

test('a boot that is given up takes down what already stood', async () => {
  await using registry = testRegistry();
  const abort = new AbortController();
  const options = { ...(await smallWorld(registry.directory)), signal: abort.signal };
  const onProgress = ({ step }: { readonly step: string }) => {
    if (step === 'started') abort.abort(new Error('given up'));
  };
  expect(await rejection(bootWorld({ ...options, onProgress }))).toMatchObject({ message: 'given up' });
  expect(readdirSync(join(registry.directory, 'worlds'))).toEqual([]);
});

interface StandInAnswer {
  readonly env: readonly string[];
  readonly revision: string;
  readonly seams: boolean;
}

async function answerOf(url: string | undefined): Promise<StandInAnswer> {
  const response = await fetch(`${url}/anything`);
  return (await response.json()) as StandInAnswer;
}

async function showSetting(connectionString: string, name: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    const { rows } = await client.query(`show ${name}`);
    return rows[0]?.[name];
  } finally {
    await client.end();
  }
}

function passwordOf(world: World): string {
  return new URL(world.database?.url ?? '').password;
}
