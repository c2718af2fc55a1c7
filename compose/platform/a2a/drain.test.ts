import { expect, test } from 'vitest';
import { proxyBench } from '../test-support/proxy-bench.ts';
import { message, type World } from '../test-support/world.ts';

const bench = proxyBench();

/** A workspace whose agent is busy, and has these messages waiting. */
async function waiting(texts: readonly string[], more: object = {}, on: World = bench.world) {
  const { id, token } = await on.join(`${bench.agent.url}/eof`);
  for (const text of texts) expect((await on.send(id, message(text, more))).status).toBe(202);
  await on.platform.background.settled();
  bench.agent.received.length = 0;
  return { id, token, on };
}
type Waiting = Awaited<ReturnType<typeof waiting>>;

async function beat({ id, token, on }: Waiting, activeTasks = 0) {
  const body = { workspace_id: id, active_tasks: activeTasks };
  await on.call('POST', '/registry/heartbeat', { bearer: token, body });
  await on.platform.background.settled();
}

async function moveTo(path: string, { id, token, on }: Waiting) {
  const body = { id, url: bench.agent.url + path, agent_card: {} };
  await on.call('POST', '/registry/register', { bearer: token, body });
}

function items({ id, on }: Waiting) {
  return on.sql(
    `SELECT status, attempts, last_error, dispatched_at FROM a2a_queue WHERE workspace_id = '${id}' ORDER BY enqueued_at`,
  );
}

const texts = () =>
  bench.agent.received.map(({ body }) => JSON.parse(body).params.message.parts[0].text as string);

test('each heartbeat of a free agent brings the oldest message that waits, without another row', async () => {
  for (const revision of ['R1', 'R3']) {
    const on = await bench.worlds.start({ CONTRACT_REVISION: revision });
    const agent = await waiting(['first', 'second'], {}, on);
    await moveTo('/ok', agent);
    await beat(agent);
    expect(texts()).toEqual(['first']);
    await beat(agent);
    await beat(agent);
    expect(texts()).toEqual(['first', 'second']);
    expect(await items(agent)).toMatchObject([
      { status: 'completed', attempts: 1 },
      { status: 'completed', attempts: 1 },
    ]);
    expect(await on.sql(`SELECT 1 FROM activity_logs WHERE workspace_id = '${agent.id}'`)).toHaveLength(2);
  }
});

test('an agent with as much to do as it can take is sent nothing', async () => {
  const agent = await waiting(['one']);
  await moveTo('/ok', agent);
  await beat(agent, 1);
  expect(texts()).toEqual([]);
});

test('an agent that is still busy has not got the message, which waits on until its fifth attempt', async () => {
  const agent = await waiting(['one']);
  await beat(agent);
  expect(await items(agent)).toEqual([
    { status: 'queued', attempts: 1, last_error: expect.any(String), dispatched_at: null },
  ]);
  for (let attempt = 2; attempt <= 6; attempt++) await beat(agent);
  expect(texts()).toHaveLength(5);
  expect(await items(agent)).toMatchObject([{ status: 'failed', attempts: 5 }]);
});

test('an answer from 300 on is no delivery', async () => {
  const agent = await waiting(['one']);
  await moveTo('/status/500', agent);
  await beat(agent);
  expect(await items(agent)).toMatchObject([{ status: 'queued', last_error: 'agent answered 500' }]);
});

test('what has expired is not sent', async () => {
  const agent = await waiting(['one'], { expires_in_seconds: 1 });
  await agent.on.sql(
    `UPDATE a2a_queue SET expires_at = now() - interval '1 s' WHERE workspace_id = '${agent.id}'`,
  );
  await moveTo('/ok', agent);
  await beat(agent);
  expect(texts()).toEqual([]);
});

test('a budget that is used up by now keeps the message waiting', async () => {
  const agent = await waiting(['one']);
  await moveTo('/ok', agent);
  await agent.on.sql(`UPDATE workspaces SET budget_limits = '{"monthly":0}' WHERE id = '${agent.id}'`);
  await beat(agent);
  expect(texts()).toEqual([]);
  expect(await items(agent)).toMatchObject([
    { status: 'queued', last_error: 'workspace budget limit exceeded' },
  ]);
});

test('what was on its way when the platform ended waits again when it has begun anew', async () => {
  const on = await bench.worlds.start({}, {}, 'ended');
  const agent = await waiting(['one'], {}, on);
  await on.sql(`UPDATE a2a_queue SET status = 'dispatched', dispatched_at = now(), attempts = 1`);
  await on[Symbol.asyncDispose]();
  const anew = { ...agent, on: await bench.worlds.start({}, {}, 'ended') };
  expect(await items(anew)).toMatchObject([{ status: 'queued', dispatched_at: null }]);
  await moveTo('/ok', anew);
  await beat(anew);
  expect(texts()).toEqual(['one']);
});

test('a platform that is stopped while it sends lets the message wait', async () => {
  const on = await bench.worlds.start({}, {}, 'stopped');
  const agent = await waiting(['one'], {}, on);
  await moveTo('/hang', agent);
  const body = { workspace_id: agent.id, active_tasks: 0 };
  await on.call('POST', '/registry/heartbeat', { bearer: agent.token, body });
  await expect.poll(texts).toEqual(['one']);
  await on[Symbol.asyncDispose]();
  const anew = { ...agent, on: await bench.worlds.start({}, {}, 'stopped') };
  expect(await items(anew)).toMatchObject([{ status: 'queued', last_error: expect.any(String) }]);
});

test('a workspace that polls by now is sent nothing: the row of the message is there', async () => {
  const agent = await waiting(['one']);
  await agent.on.sql(`UPDATE workspaces SET delivery_mode = 'poll' WHERE id = '${agent.id}'`);
  await beat(agent);
  expect(texts()).toEqual([]);
  expect(await items(agent)).toMatchObject([{ status: 'completed' }]);
});
