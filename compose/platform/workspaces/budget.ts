import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import { isObject, type JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { readFields } from './fields.ts';

interface Limits {
  /** Cents; null takes the limit away, undefined leaves it. */
  readonly single: number | null | undefined;
  readonly periods: JsonObject;
}

/**
 * `PATCH /workspaces/:id/budget`: the single limit in cents, in R3 also limits per period. A limit that is given
 * replaces what is there, the single one counts as monthly; a body without a limit is refused. A clause of our own.
 */
export async function patchBudget(
  platform: Platform,
  id: string,
  body: JsonObject | undefined,
): Promise<Outcome> {
  const limits = isUuid(id) && body ? readLimits(body) : refuse(400, 'invalid request body');
  if (isRefusal(limits)) return limits;
  const { single, periods } = limits;
  const rows = await platform.database.query<Row & { budget_limit: number | null }>(
    'budget-patch',
    `UPDATE workspaces SET budget_limit = CASE WHEN $2 THEN $3::bigint ELSE budget_limit END, budget_limits = $4
      WHERE id = $1 RETURNING budget_limit`,
    [id, single !== undefined, single ?? null, jsonText(periods)],
  );
  const row = rows[0];
  if (!row) return refuse(404, 'workspace not found');
  return { status: 200, body: { budget_limit: row.budget_limit, budget_limits: periods } };
}

function readLimits(body: JsonObject): Limits | Refusal {
  const { integer, sound } = readFields(body);
  const single = body.budget_limit === null ? null : integer('budget_limit');
  if (isObject(body.budget_limits) && sound()) return { single, periods: body.budget_limits };
  if (single === undefined || body.budget_limits !== undefined) return refuse(400, 'invalid request body');
  return { single, periods: single === null ? {} : { monthly: single } };
}
