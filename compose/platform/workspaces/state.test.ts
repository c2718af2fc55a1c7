import { expect, test } from 'vitest';
import { inBothRevisions } from '../test-support/both-revisions.ts';
import { ADMIN, type World } from '../test-support/world.ts';

const platforms = inBothRevisions();
const UNKNOWN = '33333333-3333-4333-8333-333333333333';

async function state(on: World, id: string, bearer: string) {
  const { status, json } = await on.call('GET', `/workspaces/${id}/state`, { bearer });
  return [status, json];
}

test('a workspace with a live token tells its state to itself alone (F.3)', async () => {
  for (const on of [platforms.first, platforms.latest]) {
    const { id, token } = await on.join();
    const told = { workspace_id: id, status: 'awaiting_agent', paused: false, deleted: false };
    expect(await state(on, id, token)).toEqual([200, told]);
    expect(await state(on, id, ADMIN)).toEqual([401, { error: 'invalid workspace auth token' }]);
    await on.sql(`UPDATE workspaces SET status = 'paused' WHERE id = '${id}'`);
    expect((await state(on, id, token))[1]).toMatchObject({ status: 'paused', paused: true });
  }
});

test('an admin learns of what has no token: unknown, removed or impossible (F.3)', async () => {
  for (const on of [platforms.first, platforms.latest]) {
    const { id } = await on.join();
    await on.call('DELETE', `/workspaces/${id}`, { bearer: ADMIN, headers: { 'x-confirm-name': 'N' } });
    expect(await state(on, id, ADMIN)).toEqual([404, { workspace_id: id, deleted: true, status: 'removed' }]);
    expect(await state(on, UNKNOWN, ADMIN)).toEqual([404, { workspace_id: UNKNOWN, deleted: true }]);
    expect(await state(on, 'x', ADMIN)).toEqual([500, { error: 'auth check failed' }]);
  }
});
