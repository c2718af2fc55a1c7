import { existsSync } from 'node:fs';
import pg from 'pg';
import { request } from 'undici';
import { expect, test } from 'vitest';
import { Scope } from '../../support/scope.ts';
import { bootWorld } from '../boot.ts';
import { worldLogLines } from '../log-lines.ts';
import { stopWorld } from '../registry/worlds.ts';
import { fixture, standIns, testRegistry } from '../testing.ts';
import type { Engine } from './engine.ts';
import { LABEL } from './labels.ts';
import { composeOptions, leftOf, testEngine, titled } from './testing.ts';

const found = await testEngine();
const withEngine = test.skipIf(!found.engine);
const engine = found.engine as Engine;

withEngine(titled('every service answers on loopback, and leaves nothing behind', found), async () => {
  await using scope = new Scope();
  const registry = scope.use(testRegistry());
  const world = scope.use(await bootWorld(await composeOptions(registry.directory)));
  for (const { url } of Object.values(world.runtimes)) expect(await statusOf(`${url}/health`)).toBe(200);
  expect(await statusOf(`${world.controlPlane?.url}/health`)).toBe(200);
  expect(await tablesOf(world.database?.url)).toContain('workspaces');
  expect(await publishedHosts(world.id)).toEqual(['127.0.0.1']);
  await world[Symbol.asyncDispose]();
  expect(await leftOf(engine, world.id)).toEqual([]);
  expect(existsSync(world.directory)).toBe(false);
});

withEngine(
  titled('the log of a container tells of a request, and its digest is the image’s', found),
  async () => {
    await using scope = new Scope();
    const registry = scope.use(testRegistry());
    const world = scope.use(await bootWorld(await composeOptions(registry.directory)));
    const id = 'compose-test-0123456789';
    expect(await statusOf(`${world.platform?.url}/no/such/path`, { 'x-request-id': id })).toBe(404);
    const services = () => worldLogLines(world, id, { maxLines: 5 }).map(({ service }) => service);
    await expect.poll(services, { timeout: 10_000 }).toContain('platform');
    for (const { digest } of world.services) expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(world.subject.digest).toBe(world.services.find(({ name }) => name === 'platform')?.digest);
  },
);

withEngine(titled('a mutant is planted into its service alone', found), async () => {
  await using registry = testRegistry();
  const mutant = { id: 'M108', service: 'platform', module: fixture('plants-a-seam.ts') } as const;
  const options = { ...(await composeOptions(registry.directory)), entries: standIns, mutant };
  await using world = await bootWorld(options);
  expect(await seamsOf(world.platform?.url)).toBe(true);
  expect(await seamsOf(world.runtimes.strict.url)).toBe(false);
});

withEngine(titled('a world that is kept alive runs on until it is stopped by its id', found), async () => {
  await using registry = testRegistry();
  const options = { ...(await composeOptions(registry.directory)), entries: standIns, keepAlive: true };
  const world = await bootWorld(options);
  await world[Symbol.asyncDispose]();
  expect(await statusOf(`${world.platform?.url}/health`)).toBe(200);
  await stopWorld(world.id, registry.directory);
  expect(await leftOf(engine, world.id)).toEqual([]);
});

async function statusOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  const { statusCode, body } = await request(url, { headers });
  await body.dump();
  return statusCode;
}

async function seamsOf(url: string | undefined): Promise<unknown> {
  const { body } = await request(`${url}/anything`);
  return ((await body.json()) as { readonly seams: unknown }).seams;
}

async function tablesOf(connectionString: string | undefined): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query('select tablename from pg_tables');
    return rows.map(({ tablename }) => tablename);
  } finally {
    await client.end();
  }
}

async function publishedHosts(worldId: string): Promise<readonly string[]> {
  const filters = { label: [`${LABEL.world}=${worldId}`] };
  const containers = await engine.docker.listContainers({ filters });
  return [...new Set(containers.flatMap(({ Ports }) => Ports.map(({ IP }) => IP)))];
}
