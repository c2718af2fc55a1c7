import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startControlPlane } from '../test-support/control-plane.ts';
import { ADMIN, eventually, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;

beforeAll(async () => {
  worlds = await startWorlds();
  world = await worlds.start();
});
afterAll(() => worlds[Symbol.asyncDispose]());

const remove = (id: string, name: string, on: World = world, query = '') =>
  on.call('DELETE', `/workspaces/${id}${query}`, { bearer: ADMIN, headers: { 'x-confirm-name': name } });
describe('delete (F.4)', () => {
  test('counts the descendants that it removed, not those that were gone before', async () => {
    const parent = await world.join();
    const [gone, live] = [0, 1].map(() => world.join(undefined, { parent_id: parent.id }));
    expect((await remove((await gone)?.id ?? '', 'N')).json.cascade_deleted).toBe(0);
    await live;
    expect((await remove(parent.id, 'N', world, '?confirm=true')).json.cascade_deleted).toBe(1);
  });

  test('a repeat in R1 says that nothing was left to remove', async () => {
    const first = await worlds.start({ CONTRACT_REVISION: 'R1' });
    const parent = await first.join();
    await first.join(undefined, { parent_id: parent.id });
    const again = async () => (await remove(parent.id, '', first, '?confirm=true')).json;
    expect([await again(), await again()]).toEqual([
      { status: 'removed', cascade_deleted: 1 },
      { status: 'removed', cascade_deleted: 0 },
    ]);
  });

  test('a name beyond ASCII is confirmed by its UTF-8 bytes', async () => {
    const { id } = await world.join();
    await world.sql(`UPDATE workspaces SET name = 'Zoë ✓' WHERE id = '${id}'`);
    expect((await remove(id, Buffer.from('Zoë ✓').toString('latin1'))).status).toBe(200);
  });

  test('an instance that was being started meanwhile is stopped again', async () => {
    await using controlPlane = await startControlPlane();
    const on = await worlds.start({ MOLECULE_CP_URL: controlPlane.url });
    const held: (() => void)[] = [];
    controlPlane.before = () => new Promise<void>((resolve) => void held.push(resolve));
    const body = { name: 'late', runtime: 'hermes', model: 'm' };
    expect((await on.call('POST', '/workspaces', { bearer: ADMIN, body })).status).toBe(201);
    await eventually(() => held.length === 1);
    await on.sql("UPDATE workspaces SET status = 'removed' WHERE name = 'late'");
    controlPlane.before = async () => undefined;
    held[0]?.();
    await eventually(() => controlPlane.calls.length === 2);
    expect(controlPlane.calls.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
    expect(controlPlane.calls[1]?.path).toContain('instance_id=i-1');
  });
});

test.each([{ tier: 1e12 }, { name: 'a\0b' }])('PATCH %j is refused, not failed (F.3)', async (body) => {
  const { id, token } = await world.join();
  const answer = await world.call('PATCH', `/workspaces/${id}`, { bearer: token, body });
  expect([answer.status, answer.json]).toEqual([400, { error: 'invalid workspace fields' }]);
});

describe('registry (E)', () => {
  test('of registrations that arrive together one gets the first token', async () => {
    const registration = { id: randomUUID(), agent_card: null, delivery_mode: 'poll' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => world.call('POST', '/registry/register', { body: registration })),
    );
    expect(answers.filter(({ json }) => json.auth_token)).toHaveLength(1);
  });

  test('what an unknown workspace says of itself is not kept', async () => {
    const id = randomUUID();
    const metadata = { capabilities: { session: true }, idle_timeout_seconds: 9 };
    const body = { workspace_id: id, runtime_metadata: metadata };
    expect((await world.call('POST', '/registry/heartbeat', { body })).status).toBe(200);
    const { runtimeState } = world.platform;
    expect([runtimeState.hasCapability(id, 'session'), runtimeState.idleTimeoutMs(id)]).toEqual([
      false,
      undefined,
    ]);
  });

  test('what a workspace said of itself is forgotten with it', async () => {
    const { id, token } = await world.join();
    const body = { workspace_id: id, runtime_metadata: { idle_timeout_seconds: 9 } };
    await world.call('POST', '/registry/heartbeat', { bearer: token, body });
    expect(world.platform.runtimeState.idleTimeoutMs(id)).toBe(9000);
    await remove(id, 'N');
    expect(world.platform.runtimeState.idleTimeoutMs(id)).toBeUndefined();
  });
});

test('R1 with live tokens and no ADMIN_TOKEN tells a wrong bearer from none (0.2)', async () => {
  const first = await worlds.start({ CONTRACT_REVISION: 'R1', ADMIN_TOKEN: '', MOLECULE_ENV: 'staging' });
  await first.join();
  const list = async (bearer: string) => (await first.call('GET', '/workspaces', { bearer })).json.error;
  expect([await list(''), await list('x')]).toEqual(['admin auth required', 'invalid admin auth token']);
});

test('a connection that breaks between two statements fails its transaction and nothing else', async () => {
  const { database } = world.platform;
  const work = database.transaction(async (queries) => {
    const [own] = await queries.query<{ pid: number }>('', 'SELECT pg_backend_pid() AS pid');
    await world.sql(`SELECT pg_terminate_backend(${own?.pid})`);
    await eventually(() => world.lines.some((line) => line.includes('idle connection lost')));
    await queries.query('', 'SELECT 1');
  });
  await expect(work).rejects.toThrow();
  expect(await database.query('', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
