import { expect, test } from 'vitest';
import { manualClock } from '../test-support/manual-clock.ts';
import { proxyBench } from '../test-support/proxy-bench.ts';
import { ADMIN, eventually, type World } from '../test-support/world.ts';

const bench = proxyBench();

/** A workspace that hands a task to a sibling whose agent lives at `path`, or polls when there is none. */
async function handOver(path: string | undefined, more: object = {}, on: World = bench.world) {
  const parent = await on.join();
  const source = await on.join(undefined, { parent_id: parent.id });
  const target = await on.join(path === undefined ? undefined : bench.agent.url + path, {
    parent_id: parent.id,
    ...(path === undefined ? { delivery_mode: 'poll' } : {}),
  });
  const events: { event: string; payload: unknown }[] = [];
  on.platform.broadcaster.on(source.id, ({ event, payload }) => events.push({ event, payload }));
  const body = { target_id: target.id, task: 'count to three', ...more };
  const ask = () => on.call('POST', `/workspaces/${source.id}/delegate`, { bearer: source.token, body });
  const answer = await ask();
  const list = async () =>
    (await on.call('GET', `/workspaces/${source.id}/delegations`, { bearer: source.token })).json;
  return { source, target, answer, events, ask, list, on, id: answer.json.delegation_id as string };
}

async function settled(path: string | undefined, more: object = {}, on: World = bench.world) {
  const handed = await handOver(path, more, on);
  await on.platform.background.settled();
  return { ...handed, rows: await handed.list() };
}

const named = (events: readonly { event: string }[]) => events.map(({ event }) => event);

test('a task is accepted, sent with its id, and its answer is written down and told', async () => {
  const { answer, events, rows, id, target } = await settled('/ok');
  expect(answer).toMatchObject({
    status: 202,
    json: { delegation_id: id, status: 'delegated', target_id: target.id },
  });
  const sent = JSON.parse(bench.agent.received.at(-1)?.body ?? '');
  expect(sent.params.message).toEqual({
    role: 'user',
    messageId: id,
    parts: [{ kind: 'text', text: 'count to three' }],
    metadata: { delegation_id: id },
  });
  expect(events).toEqual([
    {
      event: 'DELEGATION_SENT',
      payload: { delegation_id: id, target_id: target.id, task_preview: 'count to three' },
    },
    {
      event: 'DELEGATION_STATUS',
      payload: { delegation_id: id, target_id: target.id, status: 'dispatched' },
    },
    {
      event: 'DELEGATION_COMPLETE',
      payload: { delegation_id: id, target_id: target.id, response_preview: 'hi' },
    },
  ]);
  expect(rows).toMatchObject([
    { summary: 'Delegation completed (hi)', status: 'completed', response_preview: 'hi', delegation_id: id },
    { summary: `Delegating to ${target.id}`, status: 'completed', delegation_id: id, type: 'delegation' },
  ]);
});

test('an answer without text parts is told as it came', async () => {
  const { rows } = await settled('/html');
  expect(rows[0]).toMatchObject({ status: 'completed', response_preview: '<html>' });
});

test.each([
  ['busy', '/eof'],
  ['polling', undefined],
] as const)('a %s target is no answer: both rows wait, and nobody hears of a completion', async (_, path) => {
  const { rows, events, id, source } = await settled(path);
  expect(rows).toMatchObject([
    { summary: 'Delegation queued — target at capacity', status: 'queued', delegation_id: id },
    { status: 'queued' },
  ]);
  expect(named(events)).toEqual(['DELEGATION_SENT', 'DELEGATION_STATUS', 'DELEGATION_STATUS']);
  const stored = await bench.world.sql(
    `SELECT response_body FROM activity_logs WHERE workspace_id = '${source.id}' AND method = 'delegate_result'`,
  );
  expect(JSON.parse(String(stored[0]?.response_body))).toEqual({ delegation_id: id, queued: true });
});

test('a task that waited gets its answer when the queue is drained', async () => {
  const handed = await settled('/eof');
  const { target, id, on } = handed;
  const registration = { id: target.id, url: `${bench.agent.url}/ok`, agent_card: {} };
  await on.call('POST', '/registry/register', { bearer: target.token, body: registration });
  await on.call('POST', '/registry/heartbeat', { bearer: target.token, body: { workspace_id: target.id } });
  await on.platform.background.settled();
  expect(await handed.list()).toMatchObject([
    { status: 'completed', response_preview: 'hi', summary: 'Delegation completed (hi)' },
    { status: 'queued' },
  ]);
  expect(handed.events.at(-1)).toEqual({
    event: 'DELEGATION_COMPLETE',
    payload: { delegation_id: id, target_id: target.id, response_preview: 'hi', via: 'queue_drain' },
  });
});

test('an answer is stitched to nothing but a delegation of the one who sent the message', async () => {
  const victim = await settled('/eof');
  const { target, id, on } = victim;
  const params = {
    message: { messageId: 'forged', parts: [{ kind: 'text', text: 'x' }], metadata: { delegation_id: id } },
  };
  await on.sql(`UPDATE a2a_queue SET status = 'dropped' WHERE workspace_id = '${target.id}'`);
  expect((await on.send(target.id, { method: 'message/send', params })).status).toBe(202);
  const registration = { id: target.id, url: `${bench.agent.url}/ok`, agent_card: {} };
  await on.call('POST', '/registry/register', { bearer: target.token, body: registration });
  await on.call('POST', '/registry/heartbeat', { bearer: target.token, body: { workspace_id: target.id } });
  await on.platform.background.settled();
  expect((await victim.list())[0]).toMatchObject({ status: 'queued' });
});

test('a target that may not be spoken to fails behind the 202', async () => {
  const one = await bench.world.join();
  const other = await bench.world.join(`${bench.agent.url}/ok`);
  const body = { target_id: other.id, task: 'x' };
  const asked = await bench.world.call('POST', `/workspaces/${one.id}/delegate`, { bearer: one.token, body });
  expect(asked.status).toBe(202);
  await bench.world.platform.background.settled();
  const listed = await bench.world.call('GET', `/workspaces/${one.id}/delegations`, { bearer: one.token });
  const error = 'access denied: workspaces cannot communicate per hierarchy rules';
  expect(listed.json).toMatchObject([
    { status: 'failed', error, summary: 'Delegation failed' },
    { status: 'failed', error },
  ]);
});

test('a target that nobody reached is tried once more, 8 s later and no sooner', async () => {
  const clock = manualClock();
  const on = await bench.worlds.start({}, { clock });
  const before = bench.agent.received.length;
  const handed = await handOver('/empty/502', {}, on);
  const sent = () => bench.agent.received.length - before;
  await eventually(() => sent() === 1 && on.lines.some((line) => line.includes('tried again')));
  clock.advance(7_999);
  expect(sent()).toBe(1);
  clock.advance(1);
  await on.platform.background.settled();
  expect(sent()).toBe(2);
  expect((await handed.list())[0]).toMatchObject({ status: 'failed', error: 'Bad Gateway' });
});

test.each([
  ['R1', 2],
  ['R3', 1],
] as const)('a 502 that the agent wrote is asked about again in R1 alone (%s)', async (revision, times) => {
  const clock = manualClock();
  const on = await bench.worlds.start({ CONTRACT_REVISION: revision }, { clock });
  const before = bench.agent.received.length;
  await handOver('/status/502', {}, on);
  if (times === 2)
    await eventually(() => {
      clock.advance(8_000);
      return bench.agent.received.length - before === 2;
    });
  await on.platform.background.settled();
  expect(bench.agent.received.length - before).toBe(times);
});

test('an answer that broke off is what came of it, and the task is not sent twice', async () => {
  const before = bench.agent.received.length;
  const { rows } = await settled('/cut');
  expect(bench.agent.received.length - before).toBe(1);
  expect(rows[0]).toMatchObject({ status: 'completed', response_preview: '{"a"' });
});

test('a platform that ends while a retry waits says so, and ends at once', async () => {
  const on = await bench.worlds.start({}, {}, 'delegating');
  const { source } = await handOver('/empty/502', {}, on);
  await eventually(() => on.lines.some((line) => line.includes('tried again')));
  await on[Symbol.asyncDispose]();
  const anew = await bench.worlds.start({}, {}, 'delegating');
  const listed = await anew.call('GET', `/workspaces/${source.id}/delegations`, { bearer: ADMIN });
  expect(listed.json[0]).toMatchObject({ status: 'failed', error: expect.stringContaining('ended') });
});

test('a key that was used is the first delegation, until that has failed', async () => {
  const handed = await settled('/ok', { idempotency_key: 'once' });
  expect((await handed.ask()).json).toEqual({
    delegation_id: handed.id,
    status: 'completed',
    target_id: handed.target.id,
    idempotent_hit: true,
  });
  const failing = await settled('/status/500', { idempotency_key: 'once' });
  const again = await failing.ask();
  expect(again.status).toBe(202);
  expect(again.json.delegation_id).not.toBe(failing.id);
  const { source, target, on } = await handOver('/slow/50');
  const body = { target_id: target.id, task: 'x', idempotency_key: 'at once' };
  const both = await Promise.all(
    [1, 2, 3].map(() => on.call('POST', `/workspaces/${source.id}/delegate`, { bearer: source.token, body })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 200, 202]);
  expect(new Set(both.map(({ json }) => json.delegation_id)).size).toBe(1);
});
