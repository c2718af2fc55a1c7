import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restartWorkspace } from '../control-plane/restart.ts';
import { startControlPlane, type TestControlPlane } from '../test-support/control-plane.ts';
import { ADMIN, message, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;
let first: World;
let alone: World;
let controlPlane: TestControlPlane;

beforeAll(async () => {
  [worlds, controlPlane] = await Promise.all([startWorlds(), startControlPlane()]);
  world = await worlds.start({ MOLECULE_CP_URL: controlPlane.url });
  first = await worlds.start({ MOLECULE_CP_URL: controlPlane.url, CONTRACT_REVISION: 'R1' });
  alone = await worlds.start();
});
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  await controlPlane[Symbol.asyncDispose]();
});

const UNKNOWN = '33333333-3333-4333-8333-333333333333';
async function post(id: string, verb: string, on = world) {
  const { status, json } = await on.call('POST', `/workspaces/${id}/${verb}`, { bearer: ADMIN });
  await on.platform.background.settled();
  return [status, json.error ?? json];
}
async function managed(on = world, more: object = {}): Promise<string> {
  const { id } = await on.join(undefined, more);
  await on.sql(
    `UPDATE workspaces SET instance_id = 'i-0', runtime = 'hermes', status = 'online', url = 'http://localhost:9'
      WHERE id = '${id}'`,
  );
  return id;
}
const rowOf = async (id: string, on = world) =>
  (await on.sql(`SELECT status, url, instance_id FROM workspaces WHERE id = '${id}'`))[0];
const eventsOf = async (id: string, on = world) =>
  (await on.sql(`SELECT event_type FROM structure_events WHERE workspace_id = '${id}' ORDER BY id`)).map(
    (row) => row.event_type,
  );
async function calls(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = controlPlane.calls.length;
  await work();
  return controlPlane.calls.slice(before).map(({ method }) => method);
}

describe('a restart by hand (F.6)', () => {
  test('stops, tells and starts', async () => {
    const id = await managed();
    const made = await calls(async () =>
      expect(await post(id, 'restart?reset=true')).toEqual([
        200,
        { status: 'provisioning', config_dir: '', reset_session: true },
      ]),
    );
    expect(made).toEqual(['DELETE', 'POST']);
    expect((await eventsOf(id)).at(-1)).toBe('WORKSPACE_PROVISIONING');
    expect(await rowOf(id)).toMatchObject({ status: 'provisioning', instance_id: 'i-1' });
  });

  test('of what cannot be restarted is refused', async () => {
    expect(await post(UNKNOWN, 'restart')).toEqual([404, 'workspace not found']);
    expect(await post('x', 'restart')).toEqual([500, 'lookup failed']);
    expect(await post(await managed(alone), 'restart', alone)).toEqual([503, 'provisioner not available']);
  });

  test('below a paused parent is refused by the parent’s name, also of an external one', async () => {
    const parent = await managed();
    await world.sql(`UPDATE workspaces SET name = 'Top', status = 'paused' WHERE id = '${parent}'`);
    const child = await world.join(undefined, { parent_id: parent });
    expect(await post(child.id, 'restart')).toEqual([
      409,
      'parent workspace "Top" is paused — resume it first',
    ]);
  });

  test('of an external workspace is nothing in R3', async () => {
    const { id } = await alone.join();
    expect(await post(id, 'restart', alone)).toEqual([
      200,
      { status: 'noop', runtime: 'external', message: expect.any(String) },
    ]);
  });

  test('whose stop fails leaves the instance known, and says so', async () => {
    const id = await managed();
    controlPlane.status = 500;
    await post(id, 'restart');
    controlPlane.status = 200;
    expect(await rowOf(id)).toMatchObject({ status: 'failed', instance_id: 'i-0' });
  });
});

test('the platform’s own restart leaves alone what is paused, below it, asleep, removed or external', async () => {
  const parent = await managed();
  const child = await managed(world, { parent_id: parent });
  const external = await world.join();
  const made = await calls(async () => {
    for (const status of ['paused', 'hibernated', 'hibernating', 'removed']) {
      await world.sql(`UPDATE workspaces SET status = '${status}' WHERE id = '${parent}'`);
      await restartWorkspace(world.platform, parent);
      if (status === 'paused') await restartWorkspace(world.platform, child);
    }
    await restartWorkspace(world.platform, external.id);
  });
  expect(made).toEqual([]);
  expect(await calls(() => restartWorkspace(world.platform, child))).toEqual(['DELETE', 'POST']);
});

describe('pause and resume (F.6)', () => {
  test('take the family along, and the instances with it', async () => {
    const parent = await managed();
    const child = await managed(world, { parent_id: parent });
    const paused = await calls(async () =>
      expect(await post(parent, 'pause')).toEqual([200, { status: 'paused', paused_count: 2 }]),
    );
    expect(paused).toEqual(['DELETE', 'DELETE']);
    expect((await eventsOf(child)).at(-1)).toBe('WORKSPACE_PAUSED');
    expect(await post(parent, 'pause')).toEqual([404, 'workspace not found or already paused']);
    expect(await post(child, 'resume')).toEqual([
      409,
      expect.stringMatching(/^parent workspace "N" is paused/),
    ]);
    expect(await post(parent, 'resume')).toEqual([200, { status: 'provisioning', resumed_count: 2 }]);
    expect(await rowOf(child)).toMatchObject({ status: 'provisioning', instance_id: 'i-1' });
    expect(await post(parent, 'resume')).toEqual([404, 'workspace not found or not paused']);
  });

  test('R1 pauses without a call', async () => {
    const id = await managed(first);
    expect(await calls(() => post(id, 'pause', first))).toEqual([]);
    expect(await rowOf(id, first)).toMatchObject({ status: 'paused' });
  });

  test('without a back end a pause works, and a resume does not', async () => {
    const id = await managed(alone);
    expect((await post(id, 'pause', alone))[0]).toBe(200);
    expect(await post(id, 'resume', alone)).toEqual([503, 'provisioner not available']);
    expect(await post(UNKNOWN, 'pause', alone)).toEqual([404, 'workspace not found']);
  });
});

describe('hibernation (F.6)', () => {
  test('stops the instance, takes the URL away, and the next message wakes it', async () => {
    const id = await managed();
    expect(await post(id, 'hibernate')).toEqual([200, { status: 'hibernated' }]);
    expect(await rowOf(id)).toEqual({ status: 'hibernated', url: null, instance_id: null });
    expect((await eventsOf(id)).at(-1)).toBe('WORKSPACE_HIBERNATED');
    expect((await world.send(id, message('x'))).json).toMatchObject({ waking: true });
    await world.platform.background.settled();
    expect(await rowOf(id)).toMatchObject({ status: 'provisioning', instance_id: 'i-1' });
  });

  test('is for what is online and has nothing to do, unless it is forced', async () => {
    const id = await managed();
    await world.sql(`UPDATE workspaces SET active_tasks = 1 WHERE id = '${id}'`);
    expect((await post(id, 'hibernate'))[0]).toBe(409);
    expect(await rowOf(id)).toMatchObject({ status: 'online' });
    expect((await post(id, 'hibernate?force=true'))[0]).toBe(200);
    expect(await rowOf(id)).toMatchObject({ status: 'hibernated' });
    for (const other of [id, UNKNOWN, 'x'])
      expect(await post(other, 'hibernate')).toEqual([
        404,
        expect.stringContaining('not in a hibernatable state'),
      ]);
  });

  test('that fails leaves the workspace as it was', async () => {
    const id = await managed();
    controlPlane.status = 500;
    expect(await post(id, 'hibernate')).toEqual([500, 'failed to hibernate workspace']);
    controlPlane.status = 200;
    expect(await rowOf(id)).toMatchObject({ status: 'online', instance_id: 'i-0' });
  });
});
