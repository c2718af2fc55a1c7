import { expect, test } from 'vitest';
import { inBothRevisions } from '../test-support/both-revisions.ts';
import { ADMIN } from '../test-support/world.ts';
import { previewOf } from './preview.ts';

const platforms = inBothRevisions();
const OTHER = '6a0c3f0e-1111-4222-8333-944444444444';

test.each([
  ['no body', undefined, 'invalid delegation request'],
  ['no JSON', '{', 'invalid delegation request'],
  ['a list', [], 'invalid delegation request'],
  ['no target', { task: 'x' }, 'invalid delegation request'],
  ['an empty target', { target_id: '', task: 'x' }, 'invalid delegation request'],
  ['no task', { target_id: OTHER }, 'invalid delegation request'],
  ['an empty task', { target_id: OTHER, task: '' }, 'invalid delegation request'],
  ['a number as task', { target_id: OTHER, task: 5 }, 'invalid delegation request'],
  ['a number as key', { target_id: OTHER, task: 'x', idempotency_key: 5 }, 'invalid delegation request'],
  ['a target that is no UUID', { target_id: 'him', task: 'x' }, 'target_id must be a valid UUID'],
] as const)('a task with %s is refused', async (_name, body, error) => {
  const { id, token } = await platforms.latest.join();
  const answer = await platforms.latest.call('POST', `/workspaces/${id}/delegate`, {
    bearer: token,
    ...(body && { body }),
  });
  expect(answer).toMatchObject({ status: 400, json: { error } });
});

test('nobody delegates to himself, unless he spells himself otherwise', async () => {
  for (const [world, keys] of [
    [platforms.first, ['error']],
    [platforms.latest, ['error', 'hint', 'reason']],
  ] as const) {
    const { id, token } = await world.join();
    const ask = (target_id: string) =>
      world.call('POST', `/workspaces/${id}/delegate`, { bearer: token, body: { target_id, task: 'x' } });
    const refused = await ask(id);
    expect(refused).toMatchObject({ status: 400, json: { error: 'self-delegation not permitted' } });
    expect(Object.keys(refused.json)).toEqual(keys);
    expect((await ask(id.toUpperCase())).status).toBe(202);
    await world.platform.background.settled();
  }
});

test('a workspace that is not there has no delegations to record', async () => {
  const body = { target_id: OTHER.replace('6', '7'), task: 'x', delegation_id: 'd' };
  for (const path of ['delegate', 'delegations/record'])
    for (const id of [OTHER, 'nobody']) {
      const asked = await platforms.latest.call('POST', `/workspaces/${id}/${path}`, { bearer: ADMIN, body });
      expect(asked).toMatchObject({ status: 404, json: { error: 'workspace not found' } });
    }
});

test('what an agent sends itself is recorded and reported', async () => {
  const world = platforms.latest;
  const { id, token } = await world.join();
  const events: object[] = [];
  world.platform.broadcaster.on(id, ({ event, payload }) => events.push({ event, payload }));
  const post = (path: string, body: object) =>
    world.call('POST', `/workspaces/${id}/delegations/${path}`, { bearer: token, body });
  const task = { target_id: id, task: 'x', delegation_id: 'own-1' };
  expect(await post('record', task)).toMatchObject({
    status: 202,
    json: { delegation_id: 'own-1', status: 'recorded' },
  });
  expect((await post('record', { ...task, delegation_id: '' })).json.error).toBe('invalid request body');
  expect((await post('record', { ...task, target_id: 'x' })).json.error).toBe(
    'target_id must be a valid UUID',
  );
  expect((await post('own-1/update', {})).json.error).toBe('invalid request body');
  expect((await post('own-1/update', { status: 'done' })).json.error).toBe(
    "status must be 'completed' or 'failed'",
  );
  const done = await post('own-1/update', { status: 'completed', response_preview: 'three' });
  expect(done).toMatchObject({ status: 200, json: { status: 'completed', delegation_id: 'own-1' } });
  expect((await post('never/update', { status: 'failed', error: 'no' })).status).toBe(200);
  const rows = (await world.call('GET', `/workspaces/${id}/delegations`, { bearer: token })).json;
  expect(rows).toMatchObject([
    { status: 'completed', response_preview: 'three', target_id: '' },
    { status: 'completed', target_id: id, delegation_id: 'own-1' },
  ]);
  expect(events).toEqual([
    {
      event: 'DELEGATION_SENT',
      payload: { delegation_id: 'own-1', target_id: id, task_preview: 'x' },
    },
    { event: 'DELEGATION_COMPLETE', payload: { delegation_id: 'own-1', response_preview: 'three' } },
    { event: 'DELEGATION_FAILED', payload: { delegation_id: 'never', error: 'no' } },
  ]);
});

test('a list that cannot be read is a failure in R1 and empty in R3', async () => {
  const ask = (world: typeof platforms.first) =>
    world.call('GET', '/workspaces/no-uuid/delegations', { bearer: ADMIN });
  expect(await ask(platforms.first)).toMatchObject({ status: 500, json: { error: 'query failed' } });
  expect(await ask(platforms.latest)).toMatchObject({ status: 200, json: [] });
});

test('a preview keeps its length in bytes and its characters whole', () => {
  const { latest, first } = platforms;
  const rules = [latest.platform.rules, first.platform.rules] as const;
  const both = (text: string) => rules.map((each) => previewOf(text, 10, each));
  expect(both('0123456789')).toEqual(['0123456789', '0123456789']);
  expect(both('0123456789a')).toEqual(['0123456…', '0123456789...']);
  expect(both('ääääää')).toEqual(['äää…', 'äääää...']);
});
