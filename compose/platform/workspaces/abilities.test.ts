import { expect, test } from 'vitest';
import { inBothRevisions } from '../test-support/both-revisions.ts';
import { ADMIN } from '../test-support/world.ts';

const platforms = inBothRevisions();

test('an admin says what a workspace may, and nothing else changes', async () => {
  const world = platforms.latest;
  const { id, token } = await world.join();
  const patch = (body: object, bearer = ADMIN, of = id) =>
    world.call('PATCH', `/workspaces/${of}/abilities`, { bearer, body });
  expect((await patch({ talk_to_user_enabled: false })).json).toEqual({ status: 'updated' });
  expect((await patch({ broadcast_enabled: true })).status).toBe(200);
  expect((await world.call('GET', `/workspaces/${id}`)).json).toMatchObject({
    talk_to_user_enabled: false,
    broadcast_enabled: true,
  });
  const told = await world.call('POST', `/workspaces/${id}/notify`, {
    bearer: token,
    body: { message: 'x' },
  });
  expect(told).toMatchObject({ status: 403, json: { error: 'talk_to_user_disabled' } });
  for (const body of [{}, { talk_to_user_enabled: 'yes' }, { broadcast_enabled: null }, []])
    expect(await patch(body)).toMatchObject({ status: 400, json: { error: 'invalid request body' } });
  expect((await patch({ talk_to_user_enabled: true }, token)).status).toBe(401);
  for (const of of ['no-uuid', '6a0c3f0e-1111-4222-8333-944444444444'])
    expect((await patch({ talk_to_user_enabled: true }, ADMIN, of)).status).toBe(404);
});

test('R1 knows of no abilities', async () => {
  const { id } = await platforms.first.join();
  const body = { talk_to_user_enabled: false };
  expect(
    (await platforms.first.call('PATCH', `/workspaces/${id}/abilities`, { bearer: ADMIN, body })).status,
  ).toBe(404);
});
