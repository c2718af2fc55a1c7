import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;
beforeAll(async () => {
  worlds = await startWorlds();
  world = await worlds.start();
});
afterAll(() => worlds[Symbol.asyncDispose]());

test.each([
  [{ workspace_dir: 'rel' }, 'invalid workspace directory'],
  [{ workspace_dir: '/etc' }, 'invalid workspace directory'],
  [{ workspace_dir: '/proc/x' }, 'invalid workspace directory'],
  [{ workspace_dir: '/srv/../etc' }, 'invalid workspace directory'],
  [{ workspace_dir: 5 }, 'invalid workspace fields'],
  [{ runtime: 'r'.repeat(101) }, 'invalid workspace fields'],
  [{ runtime: 'a\nb' }, 'invalid workspace fields'],
])('%j is refused in a change as at creation, and nothing is stored', async (body, error) => {
  const { id, token } = await world.join();
  const answer = await world.call('PATCH', `/workspaces/${id}`, {
    bearer: token,
    body: { ...body, tier: 1 },
  });
  expect(answer).toMatchObject({ status: 400, json: { error } });
  const rows = await world.sql(`SELECT workspace_dir, runtime, tier FROM workspaces WHERE id = '${id}'`);
  expect(rows).toEqual([{ workspace_dir: null, runtime: 'external', tier: 3 }]);
});

test.each(['/srv/a', '', null])(
  'the directory %j is none of the system, and is stored',
  async (workspace_dir) => {
    const { id, token } = await world.join();
    const answer = await world.call('PATCH', `/workspaces/${id}`, { bearer: token, body: { workspace_dir } });
    expect(answer.json).toEqual({ status: 'updated', needs_restart: true });
    const rows = await world.sql(`SELECT workspace_dir FROM workspaces WHERE id = '${id}'`);
    expect(rows).toEqual([{ workspace_dir }]);
  },
);

test('one coordinate alone moves nothing, an empty role is none, and no tier is the usual one', async () => {
  const { id, token } = await world.join(undefined, { role: 'writer', tier: 1 });
  const patch = (body: object) => world.call('PATCH', `/workspaces/${id}`, { bearer: token, body });
  const read = async () => (await world.call('GET', `/workspaces/${id}`)).json;
  await patch({ x: 7, tier: 0 });
  expect(await read()).toMatchObject({ x: 0, y: 0, tier: 3, role: 'writer' });
  await patch({ x: 7, y: 8, role: '' });
  expect(await read()).toMatchObject({ x: 7, y: 8, role: null });
  await patch({ role: 'editor' });
  await patch({ role: null });
  expect(await read()).toMatchObject({ role: null });
});

test('a machine is wished for as at creation, and needs a restart', async () => {
  const { id, token } = await world.join();
  const patch = (compute: unknown) =>
    world.call('PATCH', `/workspaces/${id}`, { bearer: token, body: { compute } });
  const refused = await patch({ display: { mode: 'x' } });
  expect([refused.status, refused.json]).toEqual([400, { error: 'unsupported compute.display.mode' }]);
  expect((await patch(5)).json).toEqual({ error: 'invalid workspace fields' });
  const kept = { instance_type: 't3.large', display: { mode: 'desktop-control' } };
  expect((await patch({ ...kept, data_persistence: 'persist' })).json).toEqual({
    status: 'updated',
    needs_restart: true,
  });
  expect((await world.call('GET', `/workspaces/${id}`)).json.compute).toEqual(kept);
});

test('R1 knows no machine, and passes over the wish', async () => {
  const first = await worlds.start({ CONTRACT_REVISION: 'R1' });
  const { id, token } = await first.join();
  const answer = await first.call('PATCH', `/workspaces/${id}`, { bearer: token, body: { compute: 5 } });
  expect(answer.json).toEqual({ status: 'updated' });
});

test('an admin may change a removed workspace', async () => {
  const { id, token } = await world.join();
  await world.call('DELETE', `/workspaces/${id}`, { bearer: ADMIN, headers: { 'x-confirm-name': 'N' } });
  const patch = (bearer: string) => world.call('PATCH', `/workspaces/${id}`, { bearer, body: { tier: 2 } });
  expect([(await patch(token)).status, (await patch(ADMIN)).status]).toEqual([401, 200]);
});
