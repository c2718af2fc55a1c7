import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bootWorld } from '../boot.ts';
import { isAlive } from '../process/identity.ts';
import { terminate } from '../process/terminate.ts';
import { rejection, smallWorld, testRegistry } from '../testing.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { placesOf } from './places.ts';
import { listWorlds, openWorld, stopWorld } from './worlds.ts';

test('a running world can be attached to, and letting go of it leaves it running', async () => {
  await using registry = testRegistry();
  const options = { ...(await smallWorld(registry.directory)), keepAlive: true };
  const world = await bootWorld(options);
  await world[Symbol.asyncDispose]();
  const attached = openWorld(world.id, registry.directory);
  expect(JSON.parse(JSON.stringify(attached))).toEqual(JSON.parse(JSON.stringify(world)));
  await attached[Symbol.asyncDispose]();
  expect(world.services.every(isAlive)).toBe(true);
  await stopWorld(world.id, registry.directory);
  expect(world.services.filter(isAlive)).toEqual([]);
  expect(listWorlds(registry.directory)).toEqual([]);
});

test('a world that lost a service cannot be attached to, and says which one', async () => {
  await using registry = testRegistry();
  await using world = await bootWorld(await smallWorld(registry.directory));
  const platform = world.services.find(({ name }) => name === 'platform');
  if (platform) await terminate(platform, 2000);
  const attach = async () => openWorld(world.id, registry.directory);
  expect(await rejection(attach())).toMatchObject({
    code: 'WORLD_NOT_WHOLE',
    exitCode: 2,
    message: expect.stringContaining('no longer runs: platform'),
  });
});

test('an unknown id is answered with the ids there are', async () => {
  await using registry = testRegistry();
  await using world = await bootWorld(await smallWorld(registry.directory));
  const stop = stopWorld('w-unknown', registry.directory);
  expect(await rejection(stop)).toMatchObject({ exitCode: 3, fix: `This clone has ${world.id}.` });
});

test('the worlds of other clones are counted, not named, where an id is unknown', async () => {
  await using registry = testRegistry();
  const [ours, theirs] = [1, 2].map(() => openLedger(placesOf(registry.directory), true));
  change(theirs, { clone: '/another/clone' });
  const { fix } = (await rejection(stopWorld('w-unknown', registry.directory))) as { readonly fix?: string };
  expect(fix).toMatch(`This clone has ${ours?.id}. Other clones have 1: \``);
  expect(fix).not.toContain(theirs?.id);
});

test('a world is as its processes are now: incomplete without one of them, dead without any', async () => {
  await using registry = testRegistry();
  await using world = await bootWorld({ ...(await smallWorld(registry.directory)), keepAlive: true });
  const state = () => listWorlds(registry.directory)[0]?.state;
  expect(state()).toBe('ready');
  const [first, ...others] = world.services;
  if (first) await terminate(first, 2000);
  expect(state()).toBe('incomplete');
  for (const service of others) await terminate(service, 2000);
  expect(state()).toBe('dead');
});

test('a world whose boot was killed is dead, not booting', async () => {
  await using registry = testRegistry();
  const ledger = openLedger(placesOf(registry.directory), true);
  expect(listWorlds(registry.directory)[0]?.state).toBe('booting');
  change(ledger, { supervisorTicks: -1 });
  expect(listWorlds(registry.directory)[0]?.state).toBe('dead');
});

test('with no world at all the answer says how to get one', async () => {
  await using registry = testRegistry();
  const stop = stopWorld('w-unknown', registry.directory);
  expect(await rejection(stop)).toMatchObject({ fix: expect.stringContaining('assay up') });
});

test('a record is never believed about its own place, and a torn one hides no other', async () => {
  await using registry = testRegistry();
  const places = placesOf(registry.directory);
  const [named, torn, sound] = [1, 2, 3].map(() => openLedger(places, true));
  const precious = join(registry.directory, 'precious');
  mkdirSync(precious);
  change(named, { directory: precious });
  change(torn, { services: null });
  expect(listWorlds(registry.directory).map(({ record }) => record.id)).toEqual(
    [named, sound].map((ledger) => ledger?.id),
  );
  await stopWorld(named?.id ?? '', registry.directory);
  expect(existsSync(precious)).toBe(true);
  expect(existsSync(named?.directory ?? '')).toBe(false);
});

function change(ledger: Ledger | undefined, part: object): void {
  const file = join(ledger?.directory ?? '', 'world.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...part }));
}
