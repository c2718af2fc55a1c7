import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { RequestEnded, within } from './scope.ts';

/** What the proxy needs to know of the workspace that a message is for; money in cents. */
export interface Target extends Row {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly url: string | null;
  readonly runtime: string;
  readonly instance_id: string | null;
  readonly delivery_mode: string;
  readonly monthly_spend: number;
  readonly budget_limit: number | null;
  /** JSON text. */
  readonly budget_limits: string;
}

/** Looks the target up, once for budget, delivery mode and URL; a removed or impossible id is 404 (careful rule of A.6). */
export const lookUpTarget = seam('platform.lookUpTarget', findTarget);

async function findTarget(
  platform: Platform,
  targetId: string,
  signal: AbortSignal,
): Promise<Target | Refusal> {
  if (!isUuid(targetId)) return missing();
  try {
    return await within(signal, () => select(platform, targetId));
  } catch (error) {
    return error instanceof RequestEnded && platform.rules.cancelledLookupIs503
      ? refuse(503, 'delivery-mode lookup failed; refusing to dispatch to avoid silent misrouting')
      : refuse(500, 'lookup failed');
  }
}

function missing(): Refusal {
  return refuse(404, 'workspace not found');
}

async function select(platform: Platform, targetId: string): Promise<Target | Refusal> {
  const rows = await platform.database
    .query<Target>('target', FULL, [targetId])
    .catch(() => selectUrl(platform, targetId));
  const target = rows[0];
  return target && !isGone(target) ? target : missing();
}

/** When mode or budget cannot be read, the message is pushed and nothing is billed: a queue would be silent loss. */
async function selectUrl(platform: Platform, targetId: string): Promise<readonly Target[]> {
  const rows = await platform.database.query<Target>(
    'target-url',
    `SELECT id, name, status, url, runtime, instance_id FROM workspaces WHERE id = $1`,
    [targetId],
  );
  const unknown = { delivery_mode: 'push', monthly_spend: 0, budget_limit: null, budget_limits: '{}' };
  return rows.map((row) => ({ ...row, ...unknown }));
}

const FULL = `
  SELECT id, name, status, url, runtime, instance_id, delivery_mode, monthly_spend, budget_limit, budget_limits
    FROM workspaces WHERE id = $1`;

/** A removed target counts as missing, where the real platform still sends to it (A.6). */
export const isGone = seam('platform.isGone', isRemoved);

function isRemoved(target: Target): boolean {
  return target.status === 'removed';
}
