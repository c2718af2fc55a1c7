import { describe, expect, test } from 'vitest';
import { inBothRevisions } from '../test-support/both-revisions.ts';
import { ADMIN, type World } from '../test-support/world.ts';

const platforms = inBothRevisions();
const UNKNOWN = '33333333-3333-4333-8333-333333333333';

async function patch(on: World, id: string, body: object | string) {
  const { status, json } = await on.call('PATCH', `/workspaces/${id}/budget`, { bearer: ADMIN, body });
  return [status, json.error ?? json];
}
const read = async (on: World, { id, token }: { id: string; token: string }) =>
  (await on.call('GET', `/workspaces/${id}/budget`, { bearer: token })).json;
const none = { limit: null, remaining: null, spend: 0 };

describe('a budget (A.1)', () => {
  test('R3 tells limits, spend and rest per period, and the monthly one as the single one', async () => {
    const workspace = await platforms.latest.join(undefined, { budget_limit: 5 });
    const told = {
      budget_limit: 2000,
      budget_remaining: 2000,
      monthly_spend: 0,
      periods: {
        hourly: none,
        daily: none,
        weekly: none,
        monthly: { limit: 2000, remaining: 2000, spend: 0 },
      },
    };
    expect(await patch(platforms.latest, workspace.id, { budget_limits: { monthly: 2000 } })).toEqual([
      200,
      told,
    ]);
    expect(await read(platforms.latest, workspace)).toEqual(told);
  });

  test('a period that is not named keeps its limit, null takes one away', async () => {
    const workspace = await platforms.latest.join();
    await patch(platforms.latest, workspace.id, { budget_limits: { hourly: 0, daily: 7 } });
    await patch(platforms.latest, workspace.id, { budget_limits: { daily: null } });
    await patch(platforms.latest, workspace.id, { budget_limit: 9 });
    const { periods } = await read(platforms.latest, workspace);
    expect([periods.hourly.limit, periods.daily.limit, periods.monthly.limit]).toEqual([0, null, 9]);
  });

  test('what was spent is taken off, in every period that it falls into', async () => {
    const workspace = await platforms.latest.join();
    const beat = { workspace_id: workspace.id, monthly_spend: 30 };
    await platforms.latest.call('POST', '/registry/heartbeat', { bearer: workspace.token, body: beat });
    await patch(platforms.latest, workspace.id, { budget_limits: { hourly: 20, monthly: 100 } });
    expect(await read(platforms.latest, workspace)).toMatchObject({
      budget_remaining: 70,
      monthly_spend: 30,
      periods: { hourly: { limit: 20, remaining: -10, spend: 30 }, weekly: { limit: null, spend: 30 } },
    });
  });

  test('R1 knows one limit, and asks for it', async () => {
    const workspace = await platforms.first.join();
    expect(await patch(platforms.first, workspace.id, { budget_limit: 0 })).toEqual([
      200,
      { budget_limit: 0, budget_remaining: 0, monthly_spend: 0 },
    ]);
    expect(await patch(platforms.first, workspace.id, { budget_limits: { monthly: 2000 } })).toEqual([
      400,
      'budget_limit field is required',
    ]);
    expect((await read(platforms.first, workspace)).budget_limit).toBe(0);
  });

  test('a period that nobody knows is named', async () => {
    const { id } = await platforms.latest.join();
    expect(await patch(platforms.latest, id, { budget_limits: { zz: 1 } })).toEqual([
      400,
      'unknown budget period: zz (allowed: hourly, daily, weekly, monthly)',
    ]);
  });

  test.each(['-1', '"1"', '1.5', '1e3', '[]', 'true'])(
    '%s is no limit, and changes nothing',
    async (limit) => {
      for (const on of [platforms.first, platforms.latest]) {
        const workspace = await on.join(undefined);
        await patch(on, workspace.id, { budget_limit: 5 });
        expect((await patch(on, workspace.id, `{"budget_limit":${limit}}`))[0]).toBe(400);
        expect((await patch(on, workspace.id, `{"budget_limits":{"hourly":${limit}}}`))[0]).toBe(400);
        expect((await read(on, workspace)).budget_limit).toBe(5);
      }
    },
  );

  test.each(['', '{', '[]', '{}', '{"budget_limits":7}'])('%j is refused', async (body) => {
    const { id } = await platforms.latest.join();
    expect((await patch(platforms.latest, id, body))[0]).toBe(400);
  });

  test('there is none of an unknown or removed workspace', async () => {
    for (const on of [platforms.first, platforms.latest]) {
      const { id } = await on.join();
      await on.call('DELETE', `/workspaces/${id}`, { bearer: ADMIN, headers: { 'x-confirm-name': 'N' } });
      for (const gone of [id, UNKNOWN])
        expect(await patch(on, gone, { budget_limit: 5 })).toEqual([404, 'workspace not found']);
    }
  });
});
