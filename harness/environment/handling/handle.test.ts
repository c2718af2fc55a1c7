import { expect, test } from 'vitest';
import { deadlineIn, poll } from '../../support/deadline.ts';
import { bootWorld } from '../boot.ts';
import type { BootOptions } from '../boot-options.ts';
import { servicesNow } from '../registry/services-now.ts';
import { rejection, smallWorld, type TestRegistry, testRegistry } from '../testing.ts';
import type { World, WorldDescription } from '../world.ts';
import { takeHandle } from './handle.ts';

test('a platform that is restarted is at the same URL and has what it acknowledged', async () => {
  await using registry = testRegistry();
  await using world = await realPlatform(registry);
  const id = await createWorkspace(world);
  const { platform } = handlesOf(world);
  const { pidBefore, pidAfter, result } = await platform.restart();
  expect(result).toBe('done');
  expect(pidBefore).toBe(pidOf(world, 'platform'));
  expect(pidAfter).not.toBe(pidBefore);
  expect(await statusOf(world, `/workspaces/${id}`)).toBe(200);
});

test('a platform that is killed refuses connections until it is started, and lost nothing', async () => {
  await using registry = testRegistry();
  await using world = await realPlatform(registry);
  const id = await createWorkspace(world);
  const { platform } = handlesOf(world);
  expect(await platform.kill()).toMatchObject({ signal: 'SIGKILL', pidBefore: pidOf(world, 'platform') });
  expect(await rejection(statusOf(world, '/health'))).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  expect(await platform.start()).not.toHaveProperty('pidBefore');
  expect(await statusOf(world, `/workspaces/${id}`)).toBe(200);
});

test('a platform that is restarted with other settings has them until it is restarted again', async () => {
  await using registry = testRegistry();
  await using world = await realPlatform(registry);
  const platform = takeHandle(world, { by: 'a test' }).service('platform');
  const built = async () => (await fetch(`${world.platform?.url}/buildinfo`)).json();
  expect(await built()).toEqual({ git_sha: 'dev' });
  expect(await platform.restart({ GIT_SHA: 'f00d' })).toMatchObject({ env: { GIT_SHA: 'f00d' } });
  expect(await built()).toEqual({ git_sha: 'f00d' });
  await platform.restart();
  expect(await built()).toEqual({ git_sha: 'dev' });
});

test('a database that is restarted has its data, and the platform finds it again', async () => {
  await using registry = testRegistry();
  await using world = await realPlatform(registry);
  const id = await createWorkspace(world);
  const { postgres } = handlesOf(world);
  for (const bringDown of [() => postgres.restart(), () => postgres.kill().then(() => postgres.start())]) {
    await bringDown();
    const answers = async () => (await statusOf(world, `/workspaces/${id}`)) === 200 || undefined;
    expect(await poll(answers, deadlineIn(10_000))).toBe(true);
  }
});

test('what is asked of a paused platform waits until it goes on', async () => {
  await using registry = testRegistry();
  await using world = await bootWorld(await smallWorld(registry.directory));
  const { platform } = handlesOf(world);
  await platform.pause();
  const answer = statusOf(world, '/waits');
  expect(await rejection(statusOf(world, '/gives-up', 300))).toMatchObject({ name: 'TimeoutError' });
  await platform.continue();
  expect(await answer).toBe(200);
});

test('a paused database holds the connections that it has, too', async () => {
  await using registry = testRegistry();
  await using world = await realPlatform(registry);
  const id = await createWorkspace(world);
  const { postgres } = handlesOf(world);
  await postgres.pause();
  const answer = statusOf(world, `/workspaces/${id}`);
  expect(await rejection(statusOf(world, `/workspaces/${id}`, 300))).toMatchObject({ name: 'TimeoutError' });
  await postgres.continue();
  expect(await answer).toBe(200);
});

test('nothing gets through to a platform that is cut off, and everything once that is healed', async () => {
  await using registry = testRegistry();
  const options = { ...(await smallWorld(registry.directory)), links: ['platform'] };
  await using world = await bootWorld(options);
  const { platform } = handlesOf(world);
  await platform.cut();
  expect(await rejection(statusOf(world, '/reset'))).toMatchObject({ cause: { code: 'ECONNRESET' } });
  await platform.heal();
  expect(await statusOf(world, '/open')).toBe(200);
  await platform.cut('hang');
  const answer = statusOf(world, '/hangs');
  expect(await rejection(statusOf(world, '/gives-up', 300))).toMatchObject({ name: 'TimeoutError' });
  await platform.restart();
  await platform.heal();
  expect(await answer).toBe(200);
  const now = servicesNow(world).find(({ name }) => name === 'platform');
  expect(now).toMatchObject({ url: world.platform?.url, directUrl: expect.stringMatching(/^http:/) });
  expect(now?.directUrl).not.toBe(now?.url);
  expect(now?.pid).not.toBe(pidOf(world, 'platform'));
});

test('a platform is cut off from its database alone', async () => {
  await using registry = testRegistry();
  await using world = await realPlatform(registry, { links: ['postgres'] });
  const id = await createWorkspace(world);
  const { postgres } = handlesOf(world);
  await postgres.cut();
  expect(await statusOf(world, '/health')).toBe(200);
  expect(await statusOf(world, `/workspaces/${id}`)).toBe(500);
  await postgres.heal();
  expect(await statusOf(world, `/workspaces/${id}`)).toBe(200);
});

test('a runtime behind a link tells platforms the URL of the link', async () => {
  await using registry = testRegistry();
  const options = { ...(await smallWorld(registry.directory)), entries: {}, parts: ['runtimes'] } as const;
  await using world = await bootWorld({ ...options, links: true });
  const { url, controlToken } = world.runtimes.strict;
  const response = await fetch(`${url}/control/agents/a`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${controlToken}` },
    body: '{}',
  });
  const agent = (await response.json()) as { readonly url: string };
  expect(new URL(agent.url).port).toBe(new URL(url).port);
});

test('the services are shown as they are now', async () => {
  await using registry = testRegistry();
  await using world = await bootWorld({ ...(await smallWorld(registry.directory)), links: ['cp-simulator'] });
  const handle = takeHandle(world, { by: 'a test' });
  await handle.service('platform').pause();
  await handle.service('cp-simulator').cut('hang');
  await handle.service('echo-runtime-strict').kill();
  expect(await handle.services()).toEqual(
    expect.arrayContaining([
      { service: 'platform', state: 'paused', pid: pidOf(world, 'platform') },
      { service: 'cp-simulator', state: 'running', pid: pidOf(world, 'cp-simulator'), link: 'hang' },
      { service: 'echo-runtime-strict', state: 'down' },
      { service: 'postgres', state: 'running', pid: pidOf(world, 'postgres') },
    ]),
  );
});

async function realPlatform(registry: TestRegistry, more: Partial<BootOptions> = {}): Promise<World> {
  const options = { ...(await smallWorld(registry.directory)), entries: {}, parts: ['platform'] } as const;
  return bootWorld({ ...options, ...more });
}

function handlesOf(world: WorldDescription) {
  const handle = takeHandle(world, { by: 'a test' });
  return { platform: handle.service('platform'), postgres: handle.service('postgres') };
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

/** Each on a connection of its own, so that none meets what another left. */
async function statusOf(world: WorldDescription, path: string, withinMs = 30_000): Promise<number> {
  const response = await fetch(`${world.platform?.url}${path}`, {
    headers: { authorization: `Bearer ${world.platform?.adminToken}`, connection: 'close' },
    signal: AbortSignal.timeout(withinMs),
  });
  await response.arrayBuffer();
  return response.status;
}

function pidOf(world: WorldDescription, name: string): number | undefined {
  return world.services.find((service) => service.name === name)?.pid;
}
