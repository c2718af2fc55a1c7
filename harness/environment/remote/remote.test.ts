import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { RemoteSubject } from '../../config/subject.ts';
import { Scope } from '../../support/scope.ts';
import { bootWorld } from '../boot.ts';
import { freePort } from '../process/free-port.ts';
import { rejection, smallWorld, testRegistry } from '../testing.ts';

test('a remote platform gets runtimes and a control plane beside it, and no database of ours', async () => {
  await using scope = new Scope();
  const url = await serve(scope, 200);
  await using world = await boot(scope, { platform: { url: `${url}/`, adminToken: 'the-token' } });
  expect(world.platform).toEqual({ url, adminToken: 'the-token' });
  expect(world.secrets).toContain('the-token');
  expect(world.database).toBeUndefined();
  expect(world.services.map(({ name }) => name).toSorted()).toEqual(['cp-simulator', 'echo-runtime-strict']);
});

test('an agent alone is a subject too, whatever it answers to GET', async () => {
  await using scope = new Scope();
  const agentUrl = await serve(scope, 405);
  await using world = await boot(scope, { agentUrl });
  expect(world.subject.agentUrl).toBe(agentUrl);
  expect(world.platform).toBeUndefined();
});

test('one that cannot be reached is named with its URL and the transport code', async () => {
  await using scope = new Scope();
  const url = `http://127.0.0.1:${await freePort()}`;
  const error = await rejection(boot(scope, { platform: { url, adminToken: 'x' } }));
  expect(error).toMatchObject({ code: 'SUBJECT_UNREACHABLE', exitCode: 2 });
  expect(String(error)).toContain(`GET ${url}/health failed with ECONNREFUSED`);
  expect(error).toMatchObject({ fix: 'Start it, or correct `url` in /elsewhere.yaml.' });
});

test('one that answers, but not as if it were ready, is named with its status and the keys of its file', async () => {
  await using scope = new Scope();
  const url = await serve(scope, 503);
  const error = await rejection(boot(scope, { platform: { url, adminToken: 'x' } }));
  expect(error).toMatchObject({ code: 'SUBJECT_NOT_READY', message: expect.stringContaining('HTTP 503') });
  expect(error).toMatchObject({
    fix: expect.stringContaining('`readiness` in /elsewhere.yaml (any 2xx counts)'),
  });
});

async function boot(scope: Scope, changes: Partial<RemoteSubject>) {
  const registry = scope.use(testRegistry());
  const subject: RemoteSubject = {
    kind: 'remote',
    name: 'elsewhere',
    file: '/elsewhere.yaml',
    revision: 'R3',
    capabilities: [],
    readiness: '/health',
    readinessTimeoutMs: 300,
    ...changes,
  };
  return bootWorld({ ...(await smallWorld(registry.directory)), subject });
}

async function serve(scope: Scope, status: number): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope.defer(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
