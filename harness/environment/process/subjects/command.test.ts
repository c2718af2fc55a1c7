import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import type { CommandSubject } from '../../../config/subject.ts';
import { projectRoot } from '../../../support/paths.ts';
import { Scope } from '../../../support/scope.ts';
import { bootWorld } from '../../boot.ts';
import { takeHandle } from '../../handling/handle.ts';
import { fixture, rejection, smallWorld, testRegistry } from '../../testing.ts';
import type { WorldDescription } from '../../world.ts';
import { freePort } from '../free-port.ts';
import { identify } from '../identity.ts';

test('a command gets its port, its database and its tokens by templates, and all its processes end with it', async () => {
  await using scope = new Scope();
  const world = await boot(scope, {
    command: [process.execPath, fixture('with-child.mjs'), '--listen={{url}}'],
    env: {
      PORT: '{{port}}',
      DATABASE_URL: '{{databaseUrl}}',
      TOKEN: '{{adminToken}}',
      CP: '{{controlPlaneUrl}}',
    },
    database: 'embedded',
  });
  const { child, args, env } = await answerOf(world);
  expect(args).toEqual([`--listen=${world.platform?.url}`]);
  expect(env).toMatchObject({
    DATABASE_URL: world.database?.url,
    TOKEN: world.platform?.adminToken,
    CP: world.controlPlane?.url,
  });
  expect(world.subject.digest).toMatch(/^process:sha256:[0-9a-f]{64}$/);
  await world[Symbol.asyncDispose]();
  expect(identify(child)).toBeUndefined();
});

test('a command is brought back on its port, and none of its children outlives it', async () => {
  await using scope = new Scope();
  const world = await boot(scope, {});
  const before = await answerOf(world);
  const platform = takeHandle(world, { by: 'a test' }).service('platform');
  await platform.restart();
  const after = await answerOf(world);
  expect(after.env.PORT).toBe(before.env.PORT);
  await expect.poll(() => identify(before.child)).toBeUndefined();
  await platform.kill();
  expect(identify(after.child)).toBeUndefined();
});

test('a command behind a link is told the URL of the link, and the port that it listens on itself', async () => {
  await using scope = new Scope();
  const env = { PORT: '{{port}}', URL: '{{url}}' };
  const world = await boot(scope, { env }, undefined, ['platform']);
  const told = (await answerOf(world)).env;
  expect(told.URL).toBe(world.platform?.url);
  expect(new URL(told.URL ?? '').port).not.toBe(told.PORT);
  await takeHandle(world, { by: 'a test' }).service('platform').cut();
  expect(await rejection(answerOf(world))).toMatchObject({ cause: { code: 'ECONNRESET' } });
});

test('a command that dies at boot is named with its exit code, its port and its last lines', async () => {
  await using scope = new Scope();
  const error = await rejection(boot(scope, { command: [process.execPath, fixture('dies-with-code.mjs')] }));
  expect(error).toMatchObject({ code: 'SERVICE_DIED', message: expect.stringContaining('exit code 7') });
  const { details } = error as { readonly details: readonly string[] };
  expect(details[0]).toMatch(/^It was expected to listen on port \d+/);
  expect(details.at(-1)).toBe('cannot go on');
});

test('a command that does not exist is named', async () => {
  await using scope = new Scope();
  const error = await rejection(boot(scope, { command: ['/no/such/server'] }));
  expect(error).toMatchObject({
    code: 'SERVICE_NOT_STARTED',
    message: expect.stringContaining('/no/such/server'),
  });
});

test('a command that never answers its readiness path is named with URL and last answer', async () => {
  await using scope = new Scope();
  const command = [process.execPath, fixture('never-listens.mjs')] as const;
  const error = await rejection(boot(scope, { command, readinessTimeoutMs: 500 }));
  expect(error).toMatchObject({ code: 'SERVICE_NOT_READY' });
  expect(String(error)).toMatch(/GET http:\/\/127\.0\.0\.1:\d+\/health came to: ECONNREFUSED/);
});

test('a command that answers, but no 2xx at its readiness path, is sent to the keys of its file', async () => {
  await using scope = new Scope();
  const command = [process.execPath, fixture('answers-not-found.mjs')] as const;
  const error = await rejection(boot(scope, { command, readiness: '/ready', readinessTimeoutMs: 500 }));
  expect(error).toMatchObject({
    code: 'SERVICE_NOT_READY',
    message: expect.stringMatching(/GET http:\/\/127\.0\.0\.1:\d+\/ready came to: HTTP 404/),
    details: expect.arrayContaining([
      expect.stringContaining('`readiness` of /theirs.yaml, which is /ready'),
    ]),
    fix: expect.stringContaining('`readinessTimeoutMs`'),
  });
});

test('a port that is taken is named before anything is started on it', async () => {
  await using scope = new Scope();
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  scope.defer(() => new Promise((resolve) => taken.close(resolve)));
  const { port } = taken.address() as AddressInfo;
  const error = await rejection(boot(scope, { port }));
  expect(error).toMatchObject({
    code: 'PORT_IN_USE',
    exitCode: 2,
    message: expect.stringContaining(`Port ${port} `),
    fix: expect.stringContaining('drop `port` from /theirs.yaml'),
  });
});

test('a command without an admin token is a platform without one, and a wished port goes before that of its file', async () => {
  await using scope = new Scope();
  const registry = scope.use(testRegistry());
  const { adminToken: _, ...subject } = theirs({ port: 9 });
  const port = await freePort();
  const world = scope.use(await bootWorld({ ...(await smallWorld(registry.directory)), subject, port }));
  expect(world.platform?.url).toBe(`http://127.0.0.1:${port}`);
  expect(world.platform).not.toHaveProperty('adminToken');
});

test('Redis that is wanted and not installed is said so, with the fix', async () => {
  await using scope = new Scope();
  const error = await rejection(boot(scope, { redis: 'embedded' }, { PATH: '/nonexistent' }));
  expect(error).toMatchObject({
    code: 'REDIS_MISSING',
    exitCode: 2,
    fix: expect.stringContaining('redis://'),
  });
});

interface WithChild {
  readonly child: number;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

async function answerOf(world: WorldDescription): Promise<WithChild> {
  const response = await fetch(`${world.platform?.url}/`, { headers: { connection: 'close' } });
  return (await response.json()) as WithChild;
}

async function boot(
  scope: Scope,
  changes: Partial<CommandSubject>,
  env?: Readonly<Record<string, string>>,
  links: readonly string[] = [],
) {
  const registry = scope.use(testRegistry());
  const world = await bootWorld({
    ...(await smallWorld(registry.directory)),
    subject: theirs(changes),
    links,
    ...(env ? { env } : {}),
  });
  return scope.use(world);
}

function theirs(changes: Partial<CommandSubject>): CommandSubject {
  return {
    kind: 'command',
    name: 'theirs',
    file: '/theirs.yaml',
    revision: 'R3',
    capabilities: [],
    command: [process.execPath, fixture('with-child.mjs')],
    cwd: projectRoot,
    env: { PORT: '{{port}}' },
    adminToken: '{{adminToken}}',
    readiness: '/health',
    database: 'none',
    redis: 'none',
    ...changes,
  };
}
