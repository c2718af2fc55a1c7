import { afterAll, beforeAll, expect, test } from 'vitest';
import { LEAK, startControlPlane, type TestControlPlane } from '../test-support/control-plane.ts';
import { manualClock } from '../test-support/manual-clock.ts';
import { ADMIN, eventually, startWorlds, type World, type Worlds } from '../test-support/world.ts';

let worlds: Worlds;
let world: World;
let first: World;
let controlPlane: TestControlPlane;

beforeAll(async () => {
  [worlds, controlPlane] = await Promise.all([startWorlds(), startControlPlane()]);
  world = await worlds.start({ MOLECULE_CP_URL: controlPlane.url });
  first = await worlds.start({ MOLECULE_CP_URL: controlPlane.url, CONTRACT_REVISION: 'R1' });
});
afterAll(async () => {
  await worlds[Symbol.asyncDispose]();
  await controlPlane[Symbol.asyncDispose]();
});

const remove = (id: string, query = '', on = world) =>
  on.call('DELETE', `/workspaces/${id}${query}`, { bearer: ADMIN, headers: { 'x-confirm-name': 'N' } });

/** A workspace whose instance the control plane runs. */
async function managed(instance: string, more: object = {}, on = world): Promise<string> {
  const { id } = await on.join(undefined, more);
  await on.sql(`UPDATE workspaces SET instance_id = '${instance}', runtime = 'hermes' WHERE id = '${id}'`);
  return id;
}
async function deletes(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = controlPlane.calls.length;
  await work();
  return controlPlane.calls.slice(before).map(({ method, path }) => `${method} ${path.split('?')[1]}`);
}

test('what has children is asked about once more, and stopped with all of them (F.4)', async () => {
  const parent = await managed('i-1');
  const child = await managed('i-2', { parent_id: parent });
  const grandchild = await managed('i-3', { parent_id: child });
  const asked = await remove(parent);
  expect([asked.status, asked.json]).toEqual([
    409,
    {
      status: 'confirmation_required',
      message: expect.any(String),
      children: [{ id: child, name: 'N' }],
      children_count: 1,
    },
  ]);
  const calls = await deletes(async () => {
    expect((await remove(parent, '?confirm=true')).json).toEqual({ status: 'removed', cascade_deleted: 2 });
  });
  expect(calls).toEqual(['DELETE instance_id=i-1', 'DELETE instance_id=i-2', 'DELETE instance_id=i-3']);
  expect((await world.call('GET', `/workspaces/${grandchild}`)).status).toBe(410);
});

test('a failed stop is tried three times, said in canned words, and the advised retry stops what still runs', async () => {
  const parent = await managed('i-8');
  await managed('i-9', { parent_id: parent });
  controlPlane.status = 500;
  const tried = await deletes(async () => {
    const failed = await remove(parent, '?confirm=true');
    expect(failed.status).toBe(500);
    expect(failed.json).toEqual({
      error:
        'workspace marked removed, but 2 stop call(s) failed — please retry: the back end did not confirm',
      removed_count: 2,
      stop_failures: 2,
    });
    expect(failed.text).not.toContain(LEAK.slice(0, 12));
  });
  expect(tried).toHaveLength(6);
  controlPlane.status = 200;
  const again = await deletes(async () => expect((await remove(parent)).status).toBe(200));
  expect(again).toEqual(['DELETE instance_id=i-8', 'DELETE instance_id=i-9']);
  expect((await remove(parent)).status).toBe(410);
});

test('R1 calls once, and takes any status for a success', async () => {
  const id = await managed('i-5', {}, first);
  controlPlane.status = 500;
  const tried = await deletes(async () => expect((await remove(id, '', first)).status).toBe(200));
  controlPlane.status = 200;
  expect(tried).toEqual(['DELETE instance_id=i-5']);
});

test('the data go too where that is asked for', async () => {
  const id = await managed('i-6');
  expect(await deletes(() => remove(id, '?erase_data=true'))).toEqual(['DELETE instance_id=i-6&prune=true']);
});

test('nothing is purged while an instance may still run', async () => {
  const id = await managed('i-7');
  controlPlane.status = 500;
  expect((await remove(id, '?purge=true')).status).toBe(500);
  controlPlane.status = 200;
  expect((await world.call('GET', `/workspaces/${id}`)).status).toBe(410);
  expect((await remove(id, '?purge=true')).json).toEqual({ status: 'purged', cascade_deleted: 0 });
  expect((await world.call('GET', `/workspaces/${id}`)).status).toBe(404);
});

test('a back end that hangs is given up after 30 s, and the row is removed by then', async () => {
  const clock = manualClock();
  await using slow = await startControlPlane();
  slow.before = () => new Promise(() => undefined);
  const on = await worlds.start({ MOLECULE_CP_URL: slow.url }, { clock });
  const id = await managed('i-4', {}, on);
  const answer = remove(id, '', on);
  await eventually(() => slow.calls.length === 1);
  expect((await on.call('GET', `/workspaces/${id}`)).status).toBe(410);
  clock.advance(30_000);
  expect((await answer).json.stop_failures).toBe(1);
});

test('a client that hangs up does not end the stops', async () => {
  const id = await managed('i-0');
  const held: (() => void)[] = [];
  controlPlane.before = () => new Promise<void>((resolve) => void held.push(resolve));
  const hangUp = new AbortController();
  const gone = fetch(`${world.url}/workspaces/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${ADMIN}`, 'x-confirm-name': 'N' },
    signal: hangUp.signal,
  }).catch(() => 'hung up');
  await eventually(() => held.length > 0);
  hangUp.abort();
  expect(await gone).toBe('hung up');
  held[0]?.();
  controlPlane.before = async () => undefined;
  await eventually(async () => {
    const [row] = await world.sql(`SELECT instance_id FROM workspaces WHERE id = '${id}'`);
    return row?.instance_id === null;
  });
});
