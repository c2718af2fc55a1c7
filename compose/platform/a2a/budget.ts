import { seam } from '../../seam.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import { isObject, type JsonObject, numberOf, parseJson } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import type { Target } from './target.ts';

/** Budget periods in the order of `exceeded_periods`. */
export const PERIODS = ['hourly', 'daily', 'weekly', 'monthly'] as const;
export type Period = (typeof PERIODS)[number];

/** What of a workspace its budget depends on; money in cents, `budget_limits` as JSON text. */
export interface Budgeted {
  readonly id: string;
  readonly monthly_spend: number;
  readonly budget_limits: string;
}

const PERIOD_MS = { hourly: 3_600_000, daily: 86_400_000, weekly: 604_800_000 } as const;
const MESSAGE = 'workspace budget limit exceeded';

/** Step 7: 402 when a limit is reached; a limit of zero always blocks, a database error never does. */
export const checkBudget = seam('platform.checkBudget', refuseOverBudget);

async function refuseOverBudget(platform: Platform, target: Target): Promise<Refusal | undefined> {
  if (!platform.rules.hasBudgetPeriods) return singleLimit(target);
  const limits = limitsIn(target.budget_limits);
  if (limits.length === 0) return undefined;
  const exceeded: Period[] = [];
  for (const [period, limit] of limits) {
    if ((await spentIn(platform, target, period)) >= limit) exceeded.push(period);
  }
  return exceeded.length > 0 ? refuse(402, MESSAGE, { exceeded_periods: exceeded }) : undefined;
}

function singleLimit(target: Target): Refusal | undefined {
  const { budget_limit: limit, monthly_spend: spend } = target;
  return limit !== null && spend >= limit ? refuse(402, MESSAGE) : undefined;
}

/** Limits in cents of the known periods; negative, null and unknown members do not count. */
export function limitsIn(limitsText: string): readonly (readonly [Period, number])[] {
  if (limitsText === '{}') return [];
  const document = parseJson(Buffer.from(limitsText));
  const limits: JsonObject = isObject(document) ? document : {};
  return PERIODS.flatMap((period) => {
    const limit = numberOf(limits[period]);
    return limit !== undefined && limit >= 0 ? [[period, limit] as const] : [];
  });
}

/** Cents spent in the period that ends now, -1 when the database fails; a clause of our own: increases of the monthly spend, summed up. */
export async function spentIn(platform: Platform, target: Budgeted, period: Period): Promise<number> {
  if (period === 'monthly') return target.monthly_spend;
  const sinceMs = platform.clock.nowMs() - PERIOD_MS[period];
  const rows = await platform.database
    .query<Row & { cents: number }>(
      'budget-spent',
      `SELECT COALESCE(sum(cents), 0)::bigint AS cents FROM workspace_spend
        WHERE workspace_id = $1 AND spent_at > to_timestamp($2::double precision / 1000)`,
      [target.id, sinceMs],
    )
    .catch(() => []);
  return rows[0]?.cents ?? -1;
}
