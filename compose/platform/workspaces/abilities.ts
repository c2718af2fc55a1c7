import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { readFields } from './fields.ts';

/** `PATCH /workspaces/:id/abilities` (C.3): what a workspace may say to its user, and to all others. */
export const patchAbilities = seam('platform.patchAbilities', patch);

async function patch(platform: Platform, id: string, body: JsonObject | undefined): Promise<Outcome> {
  const { flag, sound } = readFields(body ?? {});
  const broadcasts = flag('broadcast_enabled');
  const talks = flag('talk_to_user_enabled');
  if (!sound() || (broadcasts === undefined && talks === undefined))
    return refuse(400, 'invalid request body');
  const sql = `UPDATE workspaces SET broadcast_enabled = COALESCE($2, broadcast_enabled),
      talk_to_user_enabled = COALESCE($3, talk_to_user_enabled), updated_at = clock_timestamp()
    WHERE id = $1 AND status <> 'removed' RETURNING id`;
  const values = [id, broadcasts ?? null, talks ?? null];
  const rows = isUuid(id) ? await platform.database.query('abilities', sql, values) : [];
  if (rows.length === 0) return refuse(404, 'workspace not found');
  return { status: 200, body: { status: 'updated' } };
}
