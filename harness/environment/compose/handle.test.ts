import { expect, test } from 'vitest';
import { deadlineIn, poll } from '../../support/deadline.ts';
import { Scope } from '../../support/scope.ts';
import { bootWorld } from '../boot.ts';
import type { BootOptions } from '../boot-options.ts';
import { takeHandle } from '../handling/handle.ts';
import { readEnd } from '../process/log-tail.ts';
import { servicesNow } from '../registry/services-now.ts';
import { stopWorld } from '../registry/worlds.ts';
import { rejection, standIns, testRegistry } from '../testing.ts';
import type { WorldDescription } from '../world.ts';
import type { Engine } from './engine.ts';
import { composeOptions, leftOf, testEngine, titled } from './testing.ts';

const found = await testEngine();
const withEngine = test.skipIf(!found.engine);
const engine = found.engine as Engine;

withEngine(
  titled('containers are restarted, killed and started where they were, with their data', found),
  async () => {
    await using scope = new Scope();
    const world = await bootIn(scope, { parts: ['platform'] });
    const id = await createWorkspace(world);
    const handle = takeHandle(world, { by: 'a test', deadlineMs: 60_000 });
    const [platform, postgres] = [handle.service('platform'), handle.service('postgres')];
    const { pidBefore, pidAfter } = await platform.restart();
    expect(pidAfter).toBeGreaterThan(0);
    expect(pidAfter).not.toBe(pidBefore);
    expect(await statusOf(world, `/workspaces/${id}`)).toBe(200);
    for (const service of [platform, postgres]) {
      await service.kill();
      await service.start();
    }
    await postgres.restart();
    expect(
      await poll(
        async () => (await statusOf(world, `/workspaces/${id}`)) === 200 || undefined,
        deadlineIn(20_000),
      ),
    ).toBe(true);
    expect(handle.journal().map(({ result }) => result)).toEqual(Array(6).fill('done'));
    const placesOf = (services: WorldDescription['services']) =>
      services.map(({ name, url }) => `${name} ${url}`).toSorted();
    expect(placesOf(servicesNow(world))).toEqual(placesOf(world.services));
    const log = readEnd(`${world.directory}/logs/platform.log`, 10_000_000);
    expect(log.match(/"listening"/g)).toHaveLength(3);
    await postgres.kill();
    expect(await rejection(platform.restart())).toMatchObject({
      ...{ name: 'EnvironmentError', code: 'SERVICE_DIED', message: expect.stringContaining('exit code 1') },
      details: expect.arrayContaining([expect.stringContaining('the platform could not start')]),
    });
  },
);

withEngine(titled('a paused container lets requests wait until it goes on', found), async () => {
  await using scope = new Scope();
  const world = await bootIn(scope, { parts: ['platform'], entries: standIns });
  const platform = takeHandle(world, { by: 'a test' }).service('platform');
  await platform.pause();
  const answer = statusOf(world, '/waits');
  expect(await rejection(statusOf(world, '/gives-up', 500))).toMatchObject({ name: 'TimeoutError' });
  await platform.continue();
  expect(await answer).toBe(200);
  await platform.pause();
  expect(await platform.kill()).toMatchObject({ result: 'done' });
  await platform.start();
  await platform.pause();
});

withEngine(
  titled('the network of all containers can be cut and healed, and that of one cannot', found),
  async () => {
    await using scope = new Scope();
    const world = await bootIn(scope, { parts: ['platform'], entries: standIns });
    const handle = takeHandle(world, { by: 'a test' });
    const loopback = handle.service('loopback');
    await loopback.cut();
    expect(await rejection(statusOf(world, '/'))).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await loopback.heal();
    expect(await poll(() => statusOf(world, '/').catch(() => undefined), deadlineIn(10_000))).toBe(200);
    expect(await rejection(handle.service('platform').cut())).toMatchObject({ code: 'NO_LINK' });
    expect(await rejection(loopback.cut('hang'))).toMatchObject({ code: 'NO_SUCH_CUT' });
    expect(await rejection(loopback.restart())).toMatchObject({ code: 'NOT_HANDLED' });
  },
);

withEngine(
  titled('containers that nobody owns are killed and paused, and not brought back', found),
  async () => {
    await using scope = new Scope();
    const world = await bootIn(scope, { parts: ['platform'], entries: standIns, keepAlive: true });
    const platform = takeHandle(world, { by: 'a test' }).service('platform');
    await platform.pause();
    await platform.continue();
    expect(await statusOf(world, '/')).toBe(200);
    expect(await rejection(platform.restart())).toMatchObject({ code: 'NO_OWNER' });
    await platform.kill();
    expect(await rejection(platform.start())).toMatchObject({ code: 'NO_OWNER' });
  },
);

async function bootIn(scope: Scope, changes: Partial<BootOptions>): Promise<WorldDescription> {
  const registry = scope.use(testRegistry());
  const world = scope.use(await bootWorld({ ...(await composeOptions(registry.directory)), ...changes }));
  scope.defer(async () => {
    await (changes.keepAlive ? stopWorld(world.id, registry.directory) : world[Symbol.asyncDispose]());
    expect(await leftOf(engine, world.id)).toEqual([]);
  });
  return world;
}

async function createWorkspace(world: WorldDescription): Promise<string> {
  const response = await fetch(`${world.platform?.url}/workspaces`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.platform?.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'one to keep', external: true, runtime: 'external' }),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { readonly id: string }).id;
}

async function statusOf(world: WorldDescription, path: string, withinMs = 30_000): Promise<number> {
  const response = await fetch(`${world.platform?.url}${path}`, {
    headers: { authorization: `Bearer ${world.platform?.adminToken}`, connection: 'close' },
    signal: AbortSignal.timeout(withinMs),
  });
  await response.arrayBuffer();
  return response.status;
}
