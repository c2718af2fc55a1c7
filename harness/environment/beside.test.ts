import { expect, test } from 'vitest';
import { bootBeside } from './beside.ts';
import { bootWorld } from './boot.ts';
import { isAlive } from './process/identity.ts';
import { fixture, rejection, smallWorld, testRegistry } from './testing.ts';

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
  expect(beside).toMatchObject({ mutant: 'M108', runtimes: base.runtimes, database: base.database });
  expect(beside.secrets).toEqual(expect.arrayContaining([...base.secrets]));
  await beside[Symbol.asyncDispose]();
  expect(beside.services.some(isAlive)).toBe(false);
  expect(base.services.every(isAlive)).toBe(true);
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

test('a service that the others are wired to cannot stand beside them', async () => {
  await using registry = testRegistry();
  const options = await smallWorld(registry.directory);
  await using base = await bootWorld(options);
  const failed = rejection(bootBeside(base, { ...options, mutant: plantIn('cp-simulator') }));
  expect(await failed).toMatchObject({ code: 'CANNOT_STAND_BESIDE' });
});

async function seamsOf(url: string | undefined): Promise<unknown> {
  const response = await fetch(`${url}/whatever`);
  return ((await response.json()) as { seams: unknown }).seams;
}
