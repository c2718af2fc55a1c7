import { Client } from 'pg';
import { expect, test } from 'vitest';
import { bootWorld } from '../boot.ts';
import { takeHandle } from '../handling/handle.ts';
import { fixture, rejection, smallWorld, testRegistry } from '../testing.ts';
import { bootBeside } from './beside.ts';
import { isAlive } from './identity.ts';

const plantIn = (service: 'platform' | 'echo-runtime' | 'cp-simulator') => ({
  id: 'M108',
  service,
  module: fixture('plants-a-seam.ts'),
});

test('only the planted platform is booted; everything else is the world that it stands beside', async () => {
  await using registry = testRegistry();
  const options = await smallWorld(registry.directory);
  await using base = await bootWorld(options);
  const beside = await bootBeside(base, { ...options, mutant: plantIn('platform') });
  expect(beside.services.map(({ name }) => name)).toEqual(['platform']);
  expect(await seamsOf(beside.platform?.url)).toBe(true);
  expect(await seamsOf(base.platform?.url)).toBe(false);
  expect(beside).toMatchObject({ mutant: 'M108', runtimes: base.runtimes });
  expect(beside.secrets).toEqual(expect.arrayContaining([...base.secrets]));
  await beside[Symbol.asyncDispose]();
  expect(beside.services.some(isAlive)).toBe(false);
  expect(base.services.every(isAlive)).toBe(true);
});

test('a planted platform has a database of its own, which goes with it', async () => {
  await using registry = testRegistry();
  const options = await smallWorld(registry.directory);
  await using base = await bootWorld(options);
  const own = 'select current_database()::text as name';
  const all = 'select datname::text as name from pg_database where not datistemplate';
  const beside = await bootBeside(base, { ...options, mutant: plantIn('platform') });
  const [mine] = await namesIn(beside.database?.url, own);
  expect(await namesIn(base.database?.url, all)).toEqual(expect.arrayContaining(['postgres', mine]));
  expect(await namesIn(base.database?.url, own)).toEqual(['postgres']);
  await beside[Symbol.asyncDispose]();
  expect(await namesIn(base.database?.url, all)).toEqual(['postgres']);
});

test('what was booted beside a world comes back planted, and what was borrowed is not handled from there', async () => {
  await using registry = testRegistry();
  const options = await smallWorld(registry.directory);
  await using base = await bootWorld(options);
  await using beside = await bootBeside(base, { ...options, mutant: plantIn('platform') });
  const handle = takeHandle(beside, { by: 'a test' });
  await handle.service('platform').restart();
  expect(await seamsOf(beside.platform?.url)).toBe(true);
  expect(() => handle.service('postgres')).toThrow(/has no service postgres/);
});

test('a planted runtime takes the place of the lines that it is meant for', async () => {
  await using registry = testRegistry();
  const options = await smallWorld(registry.directory);
  await using base = await bootWorld({ ...options, runtimes: ['strict', '0.3'] });
  const mutant = { ...plantIn('echo-runtime'), runtimes: ['0.3'] } as const;
  await using beside = await bootBeside(base, { ...options, mutant });
  expect(await seamsOf(beside.runtimes['0.3'].url)).toBe(true);
  expect(beside.runtimes.strict).toEqual(base.runtimes.strict);
  expect(beside.platform).toEqual(base.platform);
});

test('a planted control plane brings a platform that talks to it, and shares all else', async () => {
  await using registry = testRegistry();
  const options = await smallWorld(registry.directory);
  await using base = await bootWorld(options);
  await using beside = await bootBeside(base, { ...options, mutant: plantIn('cp-simulator') });
  expect(beside.services.map(({ name }) => name)).toEqual(['cp-simulator', 'platform']);
  expect(await answerOf(beside.controlPlane?.url)).toMatchObject({ seams: true });
  const { seams, cpUrl } = await answerOf(beside.platform?.url);
  expect({ seams, cpUrl }).toEqual({ seams: false, cpUrl: beside.controlPlane?.url });
  expect(beside.controlPlane?.url).not.toBe(base.controlPlane?.url);
  expect(beside.runtimes).toEqual(base.runtimes);
});

test.each(['platform', 'cp-simulator'] as const)(
  'without a database to share no second %s can stand beside a world',
  async (service) => {
    await using registry = testRegistry();
    const options = await smallWorld(registry.directory);
    await using base = await bootWorld({ ...options, parts: ['runtimes', 'control-plane'] });
    const started: string[] = [];
    const mutant = plantIn(service);
    const onProgress = ({ what }: { readonly what: string }) => void started.push(what);
    const failed = rejection(bootBeside(base, { ...options, mutant, onProgress }));
    expect(await failed).toMatchObject({ code: 'CANNOT_STAND_BESIDE' });
    expect(started).toEqual([]);
  },
);

async function answerOf(
  url: string | undefined,
): Promise<{ readonly seams: boolean; readonly cpUrl?: string }> {
  const response = await fetch(`${url}/whatever`);
  return (await response.json()) as { readonly seams: boolean; readonly cpUrl?: string };
}

async function seamsOf(url: string | undefined): Promise<boolean> {
  return (await answerOf(url)).seams;
}

async function namesIn(url: string | undefined, sql: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ readonly name: string }>(sql);
  await client.end();
  return rows.map(({ name }) => name);
}
