import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startAgent, type TestAgent } from '../test-support/agent.ts';
import { startControlPlane } from '../test-support/control-plane.ts';
import { eventually, message, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;
let first: World;
let agent: TestAgent;

beforeAll(async () => {
  [worlds, agent] = await Promise.all([startWorlds(), startAgent()]);
  world = await worlds.start();
  first = await worlds.start({ CONTRACT_REVISION: 'R1' });
});
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  await agent[Symbol.asyncDispose]();
});

function listen(on: World, id: string): string[] {
  const heard: string[] = [];
  on.platform.broadcaster.on(id, ({ event }) => heard.push(event));
  return heard;
}

describe('who is calling (A.1, A.2)', () => {
  test.each([
    [
      'a revoked token',
      (id: string) => `UPDATE workspace_auth_tokens SET revoked_at = now() WHERE workspace_id = '${id}'`,
    ],
    [
      'the token of a removed workspace',
      (id: string) => `UPDATE workspaces SET status = 'removed' WHERE id = '${id}'`,
    ],
  ])('%s makes its bearer the canvas', async (_, undo) => {
    const target = await world.join(`${agent.url}/ok`);
    const caller = await world.join();
    expect((await world.send(target.id, message('x'), { bearer: caller.token })).status).toBe(403);
    await world.sql(undo(caller.id));
    const heard = listen(world, target.id);
    expect((await world.send(target.id, message('x'), { bearer: caller.token })).status).toBe(200);
    expect(heard).toContain('A2A_RESPONSE');
  });

  test('a removed workspace with a live token still has to show it, and it fails', async () => {
    const target = await world.join(`${agent.url}/ok`);
    const caller = await world.join(undefined, { parent_id: target.id });
    await world.sql(`UPDATE workspaces SET status = 'removed' WHERE id = '${caller.id}'`);
    const sent = await world.send(target.id, message('x'), {
      headers: { 'x-workspace-id': caller.id },
      bearer: caller.token,
    });
    expect([sent.status, sent.json.error]).toEqual([401, 'invalid caller auth token']);
  });

  test('the id of a caller counts letter by letter, in both revisions', async () => {
    for (const on of [world, first]) {
      const target = await on.join(`${agent.url}/ok`);
      const caller = await on.join(undefined, { parent_id: target.id });
      const statuses = [];
      for (const id of [caller.id, caller.id.toUpperCase()]) {
        const options = { headers: { 'x-workspace-id': id }, bearer: caller.token };
        const { status, json } = await on.send(target.id, message('x'), options);
        statuses.push([status, json.error]);
      }
      expect(statuses).toEqual([
        [200, undefined],
        [401, 'invalid caller auth token'],
      ]);
    }
  });

  test('a workspace that writes to itself needs no token and is no canvas', async () => {
    const { id } = await world.join(`${agent.url}/ok`);
    const heard = listen(world, id);
    expect((await world.send(id, message('x'), { headers: { 'x-workspace-id': id } })).status).toBe(200);
    expect(heard).toEqual(['ACTIVITY_LOGGED']);
  });

  test('a token that was used says when', async () => {
    const { id, token } = await world.join();
    const used = () =>
      world.sql(
        `SELECT 1 FROM workspace_auth_tokens WHERE workspace_id = '${id}' AND last_used_at IS NOT NULL`,
      );
    expect(await used()).toEqual([]);
    await world.call('GET', `/workspaces/${id}/activity`, { bearer: token });
    expect(await used()).toHaveLength(1);
  });
});

describe('what an answer becomes (A.9, A.12)', () => {
  test('a redirect that is not followed counts as answered: its row is ok and the canvas hears of it', async () => {
    const { id } = await world.join(`${agent.url}/status/302`);
    const heard = listen(world, id);
    expect((await world.send(id, message('x'))).status).toBe(302);
    expect(heard).toEqual(['ACTIVITY_LOGGED', 'A2A_RESPONSE']);
    expect(await world.sql(`SELECT status FROM activity_logs WHERE workspace_id = '${id}'`)).toEqual([
      { status: 'ok' },
    ]);
  });

  test('a status from 400 on is no answer to the canvas', async () => {
    const { id } = await world.join(`${agent.url}/status/400`);
    const heard = listen(world, id);
    await world.send(id, message('x'));
    expect(heard).toEqual(['ACTIVITY_LOGGED']);
  });

  test('R1 calls every body that breaks off 502, whatever the status was', async () => {
    for (const [path, confirmed] of [
      ['/cut', true],
      ['/cut/302', true],
      ['/cut/500', false],
    ] as const) {
      const { id } = await first.join(agent.url + path);
      const answer = await first.send(id, message('x'));
      expect([answer.status, answer.json.delivery_confirmed]).toEqual([502, confirmed]);
    }
  });

  test('an empty tool trace is kept in R1', async () => {
    const { id } = await first.join(`${agent.url}/trace`);
    await first.send(id, message('x'));
    await first.platform.background.settled();
    const rows = await first.sql(`SELECT tool_trace FROM activity_logs WHERE workspace_id = '${id}'`);
    expect(rows).toEqual([{ tool_trace: '[]' }]);
  });
});

test.each([
  ['external', 'R1', 502],
  ['external', 'R3', 502],
  ['kimi', 'R1', 503],
  ['kimi', 'R3', 502],
])('a stopped container behind runtime %s in %s is %i (A.11)', async (runtime, revision, status) => {
  await using controlPlane = await startControlPlane();
  controlPlane.state = 'stopped';
  const on = await worlds.start({ CONTRACT_REVISION: revision, MOLECULE_CP_URL: controlPlane.url });
  const { id } = await on.join(`${agent.url}/status/502`);
  await on.sql(`UPDATE workspaces SET runtime = '${runtime}', instance_id = 'i-9' WHERE id = '${id}'`);
  expect((await on.send(id, message('x'))).status).toBe(status);
});

test('a message that nobody answered has its row and no A2A_RESPONSE (A.12)', async () => {
  const { id } = await world.join('http://localhost:1/');
  const heard = listen(world, id);
  expect((await world.send(id, message('x'))).status).toBe(502);
  await eventually(() => heard.length === 1);
  expect(heard).toEqual(['ACTIVITY_LOGGED']);
});
