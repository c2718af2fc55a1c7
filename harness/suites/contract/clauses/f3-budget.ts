import { before, type ContractCase, one, rows, since } from '../language/index.ts';
import { remove } from './managed.ts';

const UNKNOWN = '33333333-3333-4333-8333-333333333333';

/** F.3: what a workspace may spend. */
export const BUDGET: readonly ContractCase[] = [
  ...rows<{ readonly json: unknown; readonly error?: string; readonly told?: unknown }>(
    'F.3',
    'budget',
    {
      period: {
        json: { budget_limits: { monthly: 2000 } },
        told: { ...{ budget_limit: 2000, budget_remaining: 2000, monthly_spend: 0 }, periods: periods() },
        ...since('hasBudgetPeriods'),
      },
      'period-unknown': {
        json: { budget_limits: { zz: 1 } },
        error: 'unknown budget period: zz (allowed: hourly, daily, weekly, monthly)',
        ...since('hasBudgetPeriods'),
      },
      'period-negative': { json: { budget_limits: { hourly: -1 } }, ...since('hasBudgetPeriods') },
      'period-text': { json: { budget_limits: { hourly: '1' } }, ...since('hasBudgetPeriods') },
      'period-fraction': { json: { budget_limits: { hourly: 1.5 } }, ...since('hasBudgetPeriods') },
      'period-not-there': {
        json: { budget_limits: { monthly: 2000 } },
        error: 'budget_limit field is required',
        ...before('hasBudgetPeriods'),
      },
      single: { json: { budget_limit: 5 }, told: { budget_limit: 5, budget_remaining: 5, monthly_spend: 0 } },
      zero: { json: { budget_limit: 0 }, told: { budget_limit: 0, budget_remaining: 0 } },
      none: { json: { budget_limit: null }, told: { budget_limit: null, budget_remaining: null } },
      negative: { json: { budget_limit: -1 } },
      text: { json: { budget_limit: '1' } },
      fraction: { json: { budget_limit: 1.5 } },
    },
    (_row, key) => `A budget whose limit is ${key}`,
    async ({ platform, expect }, { json, error, told }) => {
      const { id } = await platform.workspace();
      const patched = await platform.ask('PATCH', `/workspaces/${id}/budget`, { as: 'admin', json });
      if (told) expect('it is set', patched, { status: 200, like: told });
      else expect('it is refused', patched, { status: 400, ...(error && { like: { error } }) });
    },
  ),

  one('F.3', 'budget-read', 'A workspace reads its own budget, with what it has spent', async (tools) => {
    const { platform, expect } = tools;
    const { id, token } = await platform.workspace();
    await platform.ask('PATCH', `/workspaces/${id}/budget`, { as: 'admin', json: { budget_limit: 100 } });
    const json = { workspace_id: id, monthly_spend: 30 };
    await platform.ask('POST', '/registry/heartbeat', { as: token, json });
    const read = await platform.ask('GET', `/workspaces/${id}/budget`, { as: token });
    expect('it is told', read, {
      status: 200,
      like: { budget_limit: 100, budget_remaining: 70, monthly_spend: 30 },
    });
  }),

  one('F.3', 'budget-gone', 'There is no budget of an unknown or removed workspace', async (tools) => {
    const workspace = await tools.platform.workspace();
    await remove(tools, workspace);
    for (const id of [workspace.id, UNKNOWN]) {
      const json = { budget_limit: 5 };
      const patched = await tools.platform.ask('PATCH', `/workspaces/${id}/budget`, { as: 'admin', json });
      tools.expect('it is refused', patched, { status: 404, like: { error: 'workspace not found' } });
    }
  }),
];

function periods() {
  const none = { limit: null, remaining: null, spend: 0 };
  return { hourly: none, daily: none, weekly: none, monthly: { limit: 2000, remaining: 2000, spend: 0 } };
}
