import { once } from 'node:events';
import { createServer } from 'node:http';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { projectRoot } from '../../support/paths.ts';
import { Scope } from '../../support/scope.ts';
import { RUN_TYPESCRIPT } from '../../support/typescript.ts';
import { bootWorld } from '../boot.ts';
import { isAlive } from '../process/identity.ts';
import { markedProcesses } from '../process/marker.ts';
import { fixture, rejection, smallWorld, standIns, testRegistry } from '../testing.ts';
import { takeHandle } from './handle.ts';

test('a worker that has nothing but the description handles the world of its run', async () => {
  await using scope = new Scope();
  const world = await smallWorldOf(scope);
  const program = fixture('restarts-the-platform.ts');
  const { stdout } = await execa(process.execPath, [...RUN_TYPESCRIPT, program], {
    cwd: projectRoot,
    input: JSON.stringify(world),
  });
  const entry = JSON.parse(stdout);
  expect(entry).toMatchObject({ action: 'restart', by: 'a worker', result: 'done' });
  expect(takeHandle(world, { by: 'a test' }).journal()).toEqual([entry]);
  expect((await fetch(`${world.platform?.url}/`)).status).toBe(200);
});

test('the journal tells every action: what, on what, by whom, when, and which process it was', async () => {
  await using scope = new Scope();
  const world = await smallWorldOf(scope, { links: ['platform'] });
  const handle = takeHandle(world, { by: 'case 7' });
  const platform = handle.service('platform');
  await platform.pause();
  await platform.continue();
  await platform.cut('hang');
  await platform.heal();
  await platform.kill('SIGTERM');
  await platform.start();
  await rejection(platform.start());
  const first = world.services.find(({ name }) => name === 'platform')?.pid;
  const now = (await handle.services()).find(({ service }) => service === 'platform')?.pid;
  const base = {
    service: 'platform',
    by: 'case 7',
    tookMs: expect.any(Number),
    at: expect.stringMatching(/Z$/),
  };
  const same = { ...base, result: 'done', pidBefore: first, pidAfter: first, stateAfter: 'running' };
  expect(handle.journal()).toEqual([
    { ...same, action: 'pause', stateAfter: 'paused' },
    { ...same, action: 'continue' },
    { ...same, action: 'cut', way: 'hang' },
    { ...same, action: 'heal' },
    { ...base, action: 'kill', signal: 'SIGTERM', result: 'done', pidBefore: first, stateAfter: 'down' },
    { ...base, action: 'start', result: 'done', pidAfter: now, stateAfter: 'running' },
    {
      ...{ ...base, action: 'start', result: 'refused', pidBefore: now, pidAfter: now },
      stateAfter: 'running',
      ...{ code: 'WRONG_STATE', message: expect.stringContaining('platform is running') },
    },
  ]);
});

test('what makes no sense is refused with the states there are, and changes nothing', async () => {
  await using scope = new Scope();
  const world = await smallWorldOf(scope, { links: ['platform'] });
  const handle = takeHandle(world, { by: 'a test' });
  const platform = handle.service('platform');
  const refused = async (action: Promise<unknown>) => {
    const { name, code, message } = (await rejection(action)) as Error & { readonly code: string };
    return [name, code, message].join(' ');
  };
  expect(() => handle.service('plattform')).toThrow(/has no service plattform/);
  expect(await refused(platform.continue())).toBe(
    'HarnessError WRONG_STATE platform is running, and only what is paused can be told to continue.',
  );
  expect(await refused(platform.heal())).toMatch(/^HarnessError NOT_CUT/);
  expect(await refused(handle.service('postgres').cut())).toMatch(/^HarnessError NO_LINK/);
  await platform.cut();
  expect(await refused(platform.cut('hang'))).toMatch(/^HarnessError CUT_ALREADY .*\(reset\)/);
  await platform.pause();
  for (const action of [platform.pause, platform.restart, platform.start])
    expect(await refused(action())).toMatch(/^HarnessError WRONG_STATE platform is paused/);
  expect(await refused(platform.kill('SIGTERM'))).toMatch(/^HarnessError PAUSED/);
  await platform.kill();
  for (const action of [platform.kill, platform.restart, platform.pause, platform.continue])
    expect(await refused(action())).toMatch(/^HarnessError WRONG_STATE platform is down/);
  expect(handle.journal().filter(({ result }) => result === 'done')).toHaveLength(3);
});

test('an unknown service is named with those there are', async () => {
  await using scope = new Scope();
  const world = await smallWorldOf(scope);
  const handle = takeHandle({ ...world, services: [] }, { by: 'a test' });
  expect(() => handle.service('x')).toThrow(/has no service x/);
  const other = {
    name: 'other',
    stage: 'peer',
    logFile: '',
    pid: 1,
    startTicks: 1,
    stopSignal: 'SIGTERM',
  } as const;
  const mistaken = takeHandle({ ...world, services: [other] }, { by: 'a test' });
  expect(await rejection(mistaken.service('other').kill())).toMatchObject({
    code: 'UNKNOWN_SERVICE',
    fix: expect.stringContaining('echo-runtime-strict'),
  });
});

test('one that does not come back is told with its exit code and its last 50 lines, and may be tried again', async () => {
  await using scope = new Scope();
  const entries = { ...standIns, platform: fixture('comes-up-once.mjs') };
  const world = await smallWorldOf(scope, { entries });
  const platform = takeHandle(world, { by: 'a test' }).service('platform');
  for (const action of [platform.restart, platform.start]) {
    const error = await rejection(action());
    expect(error).toMatchObject({ name: 'EnvironmentError', code: 'SERVICE_DIED' });
    expect((error as Error).message).toContain('exit code 7');
    const { details } = error as { readonly details: readonly string[] };
    expect(details).toHaveLength(51);
    expect(details.at(-1)).toBe('second line 60');
  }
});

test('a port that somebody took meanwhile is waited for, and no longer than the deadline', async () => {
  await using scope = new Scope();
  const world = await smallWorldOf(scope);
  const url = new URL(world.platform?.url ?? '');
  const platform = takeHandle(world, { by: 'a test' }).service('platform');
  await platform.kill();
  const squatter = createServer((_request, response) => response.end('squatter'));
  squatter.listen(Number(url.port), '127.0.0.1');
  await once(squatter, 'listening');
  scope.defer(() => squatter.close());
  const hurried = takeHandle(world, { by: 'a test', deadlineMs: 3000 }).service('platform');
  expect(await rejection(hurried.start())).toMatchObject({
    code: 'SERVICE_DIED',
    details: expect.arrayContaining([expect.stringContaining('EADDRINUSE')]),
  });
  const started = platform.start();
  squatter.close();
  squatter.closeAllConnections();
  expect(await started).toMatchObject({ result: 'done' });
  expect(await (await fetch(url)).text()).not.toBe('squatter');
});

test('a service that died by itself can be started', async () => {
  await using scope = new Scope();
  const world = await smallWorldOf(scope);
  const platform = world.services.find(({ name }) => name === 'platform');
  process.kill(platform?.pid ?? 0, 'SIGKILL');
  await expect.poll(() => platform && isAlive(platform)).toBe(false);
  await takeHandle(world, { by: 'a test' }).service('platform').start();
  expect((await fetch(`${world.platform?.url}/`)).status).toBe(200);
});

test('orders of several workers are carried out one after the other', async () => {
  await using scope = new Scope();
  const world = await smallWorldOf(scope);
  const platform = () => takeHandle(world, { by: 'a worker' }).service('platform');
  const entries = await Promise.all([platform().restart(), platform().restart(), platform().restart()]);
  expect(entries[1]?.pidBefore).toBe(entries[0]?.pidAfter);
  expect(entries[2]?.pidBefore).toBe(entries[1]?.pidAfter);
});

test('a world that is taken down gives up what is under way, and nothing comes up after it', async () => {
  await using scope = new Scope();
  const entries = { ...standIns, platform: fixture('comes-up-once.mjs') };
  const world = await smallWorldOf(scope, { entries });
  const platform = takeHandle(world, { by: 'a test' }).service('platform');
  await platform.kill();
  const restarts = [platform.start(), platform.start(), platform.start()].map(rejection);
  await world[Symbol.asyncDispose]();
  for (const error of await Promise.all(restarts)) expect(error).toMatchObject({ name: 'EnvironmentError' });
  expect(markedProcesses(world.id)).toEqual([]);
  expect(await rejection(platform.kill())).toMatchObject({ code: 'OWNER_GONE' });
});

test('whoever does not know the token is sent away, and what is no order is refused', async () => {
  await using scope = new Scope();
  const world = await smallWorldOf(scope);
  const { url, controlToken } = world.handling ?? { url: '', controlToken: '' };
  expect(world.secrets).toContain(controlToken);
  const send = (token: string, body: string) =>
    fetch(`${url}/orders`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body });
  expect((await send('guess', '{}')).status).toBe(401);
  for (const body of [
    '{}',
    'x',
    '{"service":"platform","action":"explode","by":"x","deadlineMs":1}',
    'x'.repeat(70_000),
  ])
    expect(await (await send(controlToken, body)).json()).toMatchObject({
      trouble: { kind: 'refused', code: expect.stringMatching(/NOT_AN_ORDER|ORDER_TOO_LONG/) },
    });
});

async function smallWorldOf(scope: Scope, changes: object = {}) {
  const registry = scope.use(testRegistry());
  return scope.use(await bootWorld({ ...(await smallWorld(registry.directory)), ...changes }));
}
