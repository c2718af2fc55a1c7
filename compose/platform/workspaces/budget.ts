import { seam } from '../../seam.ts';
import { type Budgeted, limitsIn, PERIODS, type Period, spentIn } from '../a2a/budget.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { integerOf } from './fields.ts';

type Limits = Partial<Record<Period, number | null>>;
type BudgetRow = Row & Budgeted & { readonly budget_limit: number | null };

const RETURNED = 'id, monthly_spend, budget_limit, budget_limits';

/** `GET /workspaces/:id/budget`: limits, spend and what is left of them, in cents. */
export const readBudget = seam('platform.readBudget', read);

async function read(platform: Platform, id: string): Promise<Outcome> {
  if (!isUuid(id)) return refuse(400, 'invalid workspace ID');
  const sql = `SELECT ${RETURNED} FROM workspaces WHERE id = $1 AND status <> 'removed'`;
  return report(platform, await platform.database.query<BudgetRow>('budget-read', sql, [id]));
}

/**
 * `PATCH /workspaces/:id/budget`: the single limit, which counts as monthly, and in R3 limits per period. A period that
 * is named is set, null takes its limit away, and one that is not named keeps what it has.
 */
export const patchBudget = seam('platform.patchBudget', patch);

async function patch(platform: Platform, id: string, body: JsonObject | undefined): Promise<Outcome> {
  const limits = isUuid(id) && body ? readLimits(platform, body) : refuse(400, 'invalid request body');
  if (isRefusal(limits)) return limits;
  const { monthly } = limits;
  const rows = await platform.database.query<BudgetRow>(
    'budget-patch',
    `UPDATE workspaces SET budget_limit = CASE WHEN $2 THEN $3::bigint ELSE budget_limit END,
       budget_limits = jsonb_strip_nulls(budget_limits || $4::jsonb)
      WHERE id = $1 AND status <> 'removed' RETURNING ${RETURNED}`,
    [id, monthly !== undefined, monthly ?? null, jsonText(limits)],
  );
  return report(platform, rows);
}

function readLimits({ rules }: Platform, body: JsonObject): Limits | Refusal {
  const { budget_limit: single, budget_limits: periods } = body;
  if (rules.hasBudgetPeriods && periods !== undefined) {
    return isObject(periods) ? readPeriods(periods) : refuse(400, 'budget_limits must be an object');
  }
  if (single === undefined) return refuse(400, 'budget_limit field is required');
  const monthly = limitOf(single);
  return isRefusal(monthly) ? monthly : { monthly };
}

function readPeriods(given: JsonObject): Limits | Refusal {
  const limits: Limits = {};
  for (const [period, value = null] of Object.entries(given)) {
    if (!isPeriod(period))
      return refuse(400, `unknown budget period: ${period} (allowed: ${PERIODS.join(', ')})`);
    const limit = limitOf(value);
    if (isRefusal(limit)) return limit;
    limits[period] = limit;
  }
  return limits;
}

function isPeriod(name: string): name is Period {
  return PERIODS.some((period) => period === name);
}

function limitOf(value: Json): number | null | Refusal {
  if (value === null) return null;
  const cents = integerOf(value);
  if (cents !== undefined && cents >= 0) return cents;
  return refuse(400, 'a budget limit must be a whole number of cents from 0 on, or null');
}

/** What is left may be below zero. */
async function report(platform: Platform, rows: readonly BudgetRow[]): Promise<Outcome> {
  const row = rows[0];
  if (!row) return refuse(404, 'workspace not found');
  if (!platform.rules.hasBudgetPeriods) return { status: 200, body: summary(row.budget_limit, row) };
  const limits = new Map(limitsIn(row.budget_limits));
  const periods: Record<string, JsonObject> = {};
  for (const period of PERIODS) {
    const spend = Math.max(0, await spentIn(platform, row, period));
    const limit = limits.get(period) ?? null;
    periods[period] = { limit, remaining: limit === null ? null : limit - spend, spend };
  }
  return { status: 200, body: { ...summary(limits.get('monthly') ?? null, row), periods } };
}

function summary(limit: number | null, { monthly_spend: spend }: Budgeted): JsonObject {
  return {
    budget_limit: limit,
    budget_remaining: limit === null ? null : limit - spend,
    monthly_spend: spend,
  };
}
