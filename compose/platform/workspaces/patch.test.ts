import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorlds, type World, type Worlds } from '../test-support/world.ts';

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
