import { describe, expect, test } from 'vitest';
import { inBothRevisions } from '../test-support/both-revisions.ts';
import { ADMIN, type World } from '../test-support/world.ts';

const platforms = inBothRevisions();

let count = 0;
function create(on: World, body: object) {
  count += 1;
  const whole = { name: `created-${count}`, external: true, runtime: 'external', ...body };
  return on.call('POST', '/workspaces', { bearer: ADMIN, body: whole });
}
async function both(body: object) {
  const answers = [await create(platforms.first, body), await create(platforms.latest, body)];
  return answers.map(({ status, json }) => [status, json.error]);
}
const read = async (on: World, id: string) => (await on.call('GET', `/workspaces/${id}`)).json;

describe('create (F.2), in both revisions', () => {
  test.each([
    [{ workspace_dir: '/etc' }, 'invalid workspace directory'],
    [{ workspace_dir: '/proc/x' }, 'invalid workspace directory'],
    [{ workspace_access: 'read_only' }, 'invalid workspace access'],
    [{ secrets: { K: 5 } }, 'invalid workspace payload'],
    [{ secrets: [] }, 'invalid workspace payload'],
    [{ canvas: { x: 'a' } }, 'invalid workspace payload'],
    [{ canvas: [] }, 'invalid workspace payload'],
    [{ initial_memories: 'x' }, 'invalid workspace payload'],
    [{ external: 'true' }, 'invalid workspace payload'],
  ])('%j is refused', async (body, error) => {
    expect(await both(body)).toEqual([
      [400, error],
      [400, error],
    ]);
  });

  test('a whole number is written as one', async () => {
    const body = '{"name":"a","external":true,"runtime":"external","tier":1.0}';
    const { status, json } = await platforms.latest.call('POST', '/workspaces', { bearer: ADMIN, body });
    expect([status, json.error]).toEqual([400, 'invalid workspace payload']);
  });

  test('an empty access is none, with a directory one may read, and what is empty is not stored', async () => {
    for (const body of [{ workspace_access: '' }, { workspace_access: 'read_only', workspace_dir: '/srv/a' }])
      expect(await both(body)).toEqual([
        [201, undefined],
        [201, undefined],
      ]);
    const { json } = await create(platforms.latest, { tier: 0, role: '' });
    expect(await read(platforms.latest, json.id)).toMatchObject({ tier: 3, role: null });
  });
});

describe('create (F.2), in R3', () => {
  const compute = { instance_type: 't3.large', display: { mode: 'desktop-control', width: 1280, height: 0 } };

  test('what is asked of a machine is stored and shown, where it is possible', async () => {
    const { json } = await create(platforms.latest, { compute });
    expect((await read(platforms.latest, json.id)).compute).toEqual(compute);
  });

  test.each([
    [{ display: { mode: 'x' } }, 'unsupported compute.display.mode'],
    [{ display: { width: 10 } }, 'compute.display.width must be between 800 and 3840'],
    [{ volume: { root_gb: 1 } }, 'compute.volume.root_gb must be between 30 and 500'],
    [{ display: 5 }, 'invalid workspace payload'],
    [{ instance_type: 't3.huge' }, 'unsupported compute.instance_type'],
    [{ data_persistence: 'maybe' }, 'unsupported compute.data_persistence'],
  ])('the machine %j is refused', async (wanted, error) => {
    const { status, json } = await create(platforms.latest, { compute: wanted });
    expect([status, json.error]).toEqual([400, error]);
    expect((await create(platforms.first, { compute: wanted })).status).toBe(201);
  });

  test('the key of a vendor is no secret of a workspace', async () => {
    const secrets = { OPENAI_API_KEY: 'x' };
    expect((await create(platforms.latest, { secrets })).json).toMatchObject({
      error: expect.stringMatching(/^direct vendor key writes are blocked/),
      key: 'OPENAI_API_KEY',
      workspace_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect((await create(platforms.first, { secrets })).status).toBe(201);
  });

  test.each([
    [{ runtime: 'claude-code', model: 'gpt-4o' }, 'UNREGISTERED_MODEL_FOR_RUNTIME'],
    [{ runtime: 'langgraph', model: 'm' }, 'RUNTIME_UNSUPPORTED'],
    [{ runtime: undefined, template: 'nowhere' }, 'RUNTIME_UNRESOLVED'],
    [{ runtime: 'claude-code' }, 'MODEL_REQUIRED'],
  ])('a managed one of %j cannot be run', async (body, code) => {
    const { status, json } = await create(platforms.latest, { external: false, ...body });
    expect([status, json.code]).toEqual([422, code]);
    expect((await create(platforms.first, { external: false, ...body })).status).toBe(201);
  });
});

describe('delete (F.4) with purge', () => {
  test('leaves nothing of a family', async () => {
    const parent = await platforms.latest.join();
    const child = await platforms.latest.join(undefined, { parent_id: parent.id });
    const body = { activity_type: 'agent_log' };
    await platforms.latest.call('POST', `/workspaces/${child.id}/activity`, { bearer: child.token, body });
    const purged = await platforms.latest.call('DELETE', `/workspaces/${parent.id}?confirm=true&purge=true`, {
      bearer: ADMIN,
      headers: { 'x-confirm-name': 'N' },
    });
    expect([purged.status, purged.json]).toEqual([200, { status: 'purged', cascade_deleted: 1 }]);
    for (const { id } of [parent, child]) {
      const answer = await platforms.latest.call('GET', `/workspaces/${id}?include_removed=true`);
      expect([answer.status, answer.json.error]).toEqual([404, 'workspace not found']);
    }
    expect(
      await platforms.latest.sql(`SELECT id FROM activity_logs WHERE workspace_id = '${child.id}'`),
    ).toEqual([]);
  });
});
