import { expect, test } from 'vitest';
import { proxyBench } from '../test-support/proxy-bench.ts';
import { ADMIN, message } from '../test-support/world.ts';

const bench = proxyBench();
const UNKNOWN = '6a0c3f0e-1111-4222-8333-944444444444';

/** A message of a sibling that waits for a busy agent. */
async function waiting(more: object = {}) {
  const { world, agent } = bench;
  const parent = await world.join();
  const caller = await world.join(undefined, { parent_id: parent.id });
  const target = await world.join(`${agent.url}/eof`, { parent_id: parent.id });
  const queued = await world.send(target.id, message('later', more), {
    bearer: caller.token,
    headers: { 'x-workspace-id': caller.id },
  });
  return { caller, target, queueId: queued.json.queue_id as string };
}

function ask(queueId: string, headers: Record<string, string> = {}, bearer = '', of = UNKNOWN) {
  return bench.world.call('GET', `/workspaces/${of}/a2a/queue/${queueId}`, { headers, bearer });
}

test('sender and receiver are told how a message fares, by header or by bearer, whatever the path says', async () => {
  const { caller, target, queueId } = await waiting({ expires_in_seconds: 60 });
  const one = await ask(queueId, { 'x-workspace-id': caller.id });
  expect(one).toMatchObject({ status: 200, json: { queue_id: queueId, workspace_id: target.id } });
  expect(one.json).toEqual({
    queue_id: queueId,
    workspace_id: target.id,
    status: 'queued',
    priority: 50,
    attempts: 0,
    enqueued_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/),
    expires_at: expect.stringMatching(/\+00$/),
  });
  for (const [headers, bearer] of [
    [{ 'x-workspace-id': target.id }, ''],
    [{}, caller.token],
    [{}, target.token],
  ] as const)
    expect((await ask(queueId, headers, bearer, target.id)).json).toEqual(one.json);
});

test('everyone else is told the same as of a message that never was', async () => {
  const { target, queueId } = await waiting();
  const stranger = await bench.world.join();
  const answers = await Promise.all([
    ask(queueId),
    ask(queueId, { 'x-workspace-id': stranger.id }),
    ask(queueId, { 'x-workspace-id': target.id.toUpperCase() }),
    ask(queueId, {}, stranger.token),
    ask(queueId, {}, ADMIN),
    ask(queueId, {}, 'garbage'),
    ask(UNKNOWN, { 'x-workspace-id': target.id }),
    ask('no-uuid'),
  ]);
  for (const { status, text } of answers)
    expect([status, text]).toEqual([404, '{"error":"queue item not found"}']);
  expect(await ask('no-uuid', { 'x-workspace-id': target.id })).toMatchObject({
    status: 500,
    json: { error: 'lookup failed' },
  });
});

test('the answer to a delegation comes in base64 once the message was delivered', async () => {
  const { world, agent } = bench;
  const parent = await world.join();
  const source = await world.join(undefined, { parent_id: parent.id });
  const target = await world.join(`${agent.url}/eof`, { parent_id: parent.id });
  const body = { target_id: target.id, task: 'x' };
  const asked = await world.call('POST', `/workspaces/${source.id}/delegate`, { bearer: source.token, body });
  await world.platform.background.settled();
  const [item] = await world.sql(`SELECT id FROM a2a_queue WHERE workspace_id = '${target.id}'`);
  const registration = { id: target.id, url: `${agent.url}/ok`, agent_card: {} };
  await world.call('POST', '/registry/register', { bearer: target.token, body: registration });
  await world.call('POST', '/registry/heartbeat', {
    bearer: target.token,
    body: { workspace_id: target.id },
  });
  await world.platform.background.settled();
  const told = (await ask(String(item?.id), {}, source.token)).json;
  expect(told).toMatchObject({ status: 'completed', attempts: 1, completed_at: expect.any(String) });
  expect(JSON.parse(Buffer.from(told.response_body, 'base64').toString())).toEqual({
    text: 'hi',
    delegation_id: asked.json.delegation_id,
  });
});

test('an admin drops what has waited for too long, of one workspace or of all', async () => {
  const { world } = bench;
  const one = await waiting();
  const other = await waiting();
  const young = await waiting();
  const drop = (query: string, bearer = ADMIN) =>
    world.call('POST', `/admin/a2a-queue/drop-stale${query}`, { bearer });
  await world.sql(`UPDATE a2a_queue SET enqueued_at = now() - interval '61 min', last_error = 'busy'
    WHERE id IN ('${one.queueId}', '${other.queueId}')`);
  expect((await drop('', 'garbage')).status).toBe(401);
  expect((await drop(`?max_age_minutes=62&workspace_id=${one.target.id}`)).json).toEqual({ dropped: 0 });
  expect((await drop(`?workspace_id=${one.target.id}`)).json).toEqual({ dropped: 1 });
  expect((await drop('?max_age_minutes=60')).json).toEqual({ dropped: 1 });
  expect((await ask(young.queueId, {}, young.caller.token)).json.status).toBe('queued');
  expect((await ask(one.queueId, {}, one.caller.token)).json).toMatchObject({
    status: 'dropped',
    last_error: 'busy; dropped: waited for more than 60 minutes',
  });
});

test.each(['0', '-1', '1.5', 'x', '1e3', '9999999999999999999'])(
  'a greatest age of %s is refused',
  async (age) => {
    const path = `/admin/a2a-queue/drop-stale?max_age_minutes=${age}`;
    expect(await bench.world.call('POST', path, { bearer: ADMIN })).toMatchObject({
      status: 400,
      json: { error: 'max_age_minutes must be a positive integer' },
    });
  },
);

test('a workspace that is no UUID cannot be emptied', async () => {
  const path = '/admin/a2a-queue/drop-stale?workspace_id=x';
  expect(await bench.world.call('POST', path, { bearer: ADMIN })).toMatchObject({
    status: 500,
    json: { error: 'failed to drop stale items' },
  });
});
