import { expect, test } from 'vitest';
import { Scope } from '../../support/scope.ts';
import { bootWorld } from '../boot.ts';
import type { BootOptions } from '../boot-options.ts';
import { stopWorld } from '../registry/worlds.ts';
import { rejection, smallWorld, testRegistry } from '../testing.ts';
import { takeHandle } from './handle.ts';

test('services of a world that was left running are killed, paused and continued by anybody', async () => {
  await using scope = new Scope();
  const world = await leftRunning(scope);
  expect(world.handling).toBeUndefined();
  const handle = takeHandle(world, { by: 'a test' });
  const platform = handle.service('platform');
  await platform.pause();
  const answer = fetch(`${world.platform?.url}/waits`);
  expect(
    await rejection(fetch(`${world.platform?.url}/`, { signal: AbortSignal.timeout(300) })),
  ).toMatchObject({
    name: 'TimeoutError',
  });
  await platform.continue();
  expect((await answer).status).toBe(200);
  await platform.kill();
  expect((await handle.services()).find(({ service }) => service === 'platform')).toEqual({
    service: 'platform',
    state: 'down',
  });
  expect(handle.journal().map(({ action, result }) => `${action} ${result}`)).toEqual([
    'pause done',
    'continue done',
    'kill done',
  ]);
});

test('and brought back by nobody', async () => {
  await using scope = new Scope();
  const world = await leftRunning(scope);
  const platform = takeHandle(world, { by: 'a test' }).service('platform');
  expect(await rejection(platform.restart())).toMatchObject({ name: 'HarnessError', code: 'NO_OWNER' });
  expect((await fetch(`${world.platform?.url}/`)).status).toBe(200);
  expect(await rejection(platform.cut())).toMatchObject({ code: 'NO_LINK' });
});

test.each<[string, Partial<BootOptions>, string]>([
  ['in a world that is left running', { links: true, keepAlive: true }, 'has no owner'],
  ['between containers', { links: ['platform'], mode: 'compose' }, 'share one network'],
  ['before a service that is not there', { links: ['plattform'] }, 'There is no plattform'],
])('no link is put %s', async (_where, changes, message) => {
  await using registry = testRegistry();
  const boot = bootWorld({ ...(await smallWorld(registry.directory)), parts: ['control-plane'], ...changes });
  expect(await rejection(boot)).toMatchObject({
    code: 'NO_LINKS_HERE',
    message: expect.stringContaining(message),
  });
});

async function leftRunning(scope: Scope) {
  const registry = scope.use(testRegistry());
  const options = { ...(await smallWorld(registry.directory)), keepAlive: true };
  const world = await bootWorld(options);
  scope.defer(() => stopWorld(world.id, registry.directory));
  return world;
}
