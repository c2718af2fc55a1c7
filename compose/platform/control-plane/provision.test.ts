import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LEAK, startControlPlane, type TestControlPlane } from '../test-support/control-plane.ts';
import { ADMIN, eventually, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;
let controlPlane: TestControlPlane;

beforeAll(async () => {
  [worlds, controlPlane] = await Promise.all([startWorlds(), startControlPlane()]);
  world = await worlds.start({ MOLECULE_CP_URL: controlPlane.url, MOLECULE_ORG_ID: '' });
});
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  await controlPlane[Symbol.asyncDispose]();
});

let count = 0;
async function create(body: object, on = world): Promise<string> {
  const whole = { name: `p-${++count}`, runtime: 'hermes', model: 'm', ...body };
  const { json } = await on.call('POST', '/workspaces', { bearer: ADMIN, body: whole });
  await on.platform.background.settled();
  return json.id;
}
const rowOf = async (id: string, on = world) =>
  (await on.sql(`SELECT * FROM workspaces WHERE id = '${id}'`))[0] ?? {};
const eventsOf = async (id: string, on = world) => {
  const sql = `SELECT event_type, payload FROM structure_events WHERE workspace_id = '${id}' ORDER BY id`;
  return (await on.sql(sql)).map((row) => [row.event_type, JSON.parse(String(row.payload))]);
};
const requestOf = (id: string) =>
  controlPlane.calls.map(({ body }) => JSON.parse(body || '{}')).find((body) => body.workspace_id === id);

describe('a start (F.5)', () => {
  test('has who it is in its environment, and never the admin token', async () => {
    const id = await create({
      role: 'writer',
      compute: { volume: { root_gb: 40 }, data_persistence: 'persist' },
    });
    const { env, ...request } = requestOf(id);
    expect(env).toEqual({
      MOLECULE_WORKSPACE_ID: id,
      PLATFORM_URL: 'http://platform.test',
      MOLECULE_AGENT_ROLE: 'writer',
      MODEL: 'm',
    });
    expect(request).toMatchObject({ runtime: 'hermes', disk_gb: 40, data_persistence: 'persist' });
    expect(JSON.stringify(controlPlane.calls.map(({ body }) => body))).not.toContain(ADMIN);
  });

  test('has a parent only where there is one', async () => {
    const parent = await create({});
    const child = await create({ parent_id: parent });
    expect([requestOf(parent).env.PARENT_ID, requestOf(child).env.PARENT_ID]).toEqual([undefined, parent]);
  });

  test('mints the inbound secret, and leaves the first token to the first register', async () => {
    const id = await create({});
    const { platform_inbound_secret: secret, instance_id: instance } = await rowOf(id);
    expect([secret, instance]).toEqual([expect.stringMatching(/^[\w-]{43}$/), 'i-1']);
    const body = { id, agent_card: null, delivery_mode: 'poll' };
    const { json } = await world.call('POST', '/registry/register', { body });
    expect(json).toMatchObject({ auth_token: expect.any(String), platform_inbound_secret: secret });
  });

  test('that the control plane refuses ends in canned words, in the event and in the row', async () => {
    controlPlane.provisionStatus = 500;
    const id = await create({});
    controlPlane.provisionStatus = 201;
    expect(await eventsOf(id)).toEqual([
      ['WORKSPACE_PROVISIONING', expect.anything()],
      ['WORKSPACE_PROVISION_FAILED', { error: 'provisioning failed' }],
    ]);
    expect(await rowOf(id)).toMatchObject({ status: 'failed', last_sample_error: 'provisioning failed' });
    expect(JSON.stringify(world.lines)).not.toContain(LEAK.slice(0, 12));
  });

  test.each([
    ['R1', 'Docker not available on this platform instance'],
    ['R3', expect.stringMatching(/^no provisioning backend available/)],
  ])('without a back end fails in the words of %s', async (revision, error) => {
    const on = await worlds.start({ CONTRACT_REVISION: revision });
    const id = await create({}, on);
    expect((await eventsOf(id, on)).at(-1)).toEqual(['WORKSPACE_PROVISION_FAILED', { error }]);
    expect(await rowOf(id, on)).toMatchObject({ status: 'failed', last_sample_error: error });
  });

  test('of a removed workspace changes nothing of it', async () => {
    const id = await create({});
    await world.sql(`UPDATE workspaces SET status = 'removed' WHERE id = '${id}'`);
    controlPlane.provisionStatus = 500;
    const { provision } = await import('./provision.ts');
    await provision(world.platform, id);
    controlPlane.provisionStatus = 201;
    expect(await rowOf(id)).toMatchObject({ status: 'removed', last_sample_error: '' });
  });
});

describe('a boot that failed (F.5)', () => {
  const report = (id: string, body: object | undefined, bearer = ADMIN) =>
    world.call('POST', `/admin/workspaces/${id}/bootstrap-failed`, { bearer, ...(body ? { body } : {}) });

  test('is told of once, with the end of its log', async () => {
    const id = await create({});
    const body = { error: 'no kernel', log_tail: 'panic' };
    expect((await report(id, body)).json).toEqual({ ok: true });
    expect((await report(id, body)).json).toEqual({ ok: true, no_change: true });
    expect(await rowOf(id)).toMatchObject({ status: 'failed', last_sample_error: 'no kernel\n\npanic' });
    expect((await eventsOf(id)).at(-1)).toEqual([
      'WORKSPACE_PROVISION_FAILED',
      { ...body, source: 'bootstrap_watcher' },
    ]);
  });

  test('changes nothing of an unknown workspace, and is an admin’s to tell', async () => {
    const unknown = '33333333-3333-4333-8333-333333333333';
    expect((await report(unknown, { error: 'e' })).json).toEqual({ ok: true, no_change: true });
    expect((await report(unknown, { error: 'e' }, 'x')).status).toBe(401);
    for (const body of [undefined, {}, { error: 5 }, { error: '' }, { error: 'e', log_tail: 5 }])
      expect((await report(unknown, body)).status).toBe(400);
  });
});

test('the console shows what the instance printed, or that it cannot be had (M)', async () => {
  const id = await create({});
  const read = () => world.call('GET', `/workspaces/${id}/console`, { bearer: ADMIN });
  expect((await read()).json).toEqual({ output: 'booted' });
  controlPlane.status = 500;
  const failed = await read();
  controlPlane.status = 200;
  expect([failed.status, failed.json]).toEqual([
    502,
    { error: 'control plane returned an error fetching console output' },
  ]);
});

test('a restart that comes while the first start is under way waits for it', async () => {
  const held: (() => void)[] = [];
  controlPlane.before = () => new Promise<void>((resolve) => void held.push(resolve));
  const body = { name: 'held', runtime: 'hermes', model: 'm' };
  const { id } = (await world.call('POST', '/workspaces', { bearer: ADMIN, body })).json;
  await eventually(() => held.length === 1);
  const from = controlPlane.calls.length - 1;
  expect((await world.call('POST', `/workspaces/${id}/restart`, { bearer: ADMIN })).status).toBe(200);
  controlPlane.before = async () => undefined;
  held[0]?.();
  await world.platform.background.settled();
  expect(controlPlane.calls.slice(from).map(({ method }) => method)).toEqual(['POST', 'DELETE', 'POST']);
});
