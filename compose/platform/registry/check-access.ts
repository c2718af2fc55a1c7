import { seam } from '../../seam.ts';
import { canCommunicate } from '../a2a/hierarchy.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { readFields } from '../workspaces/fields.ts';

/** `POST /registry/check-access` (E.4): whether one workspace may speak to another. */
export const checkAccess = seam('platform.checkAccess', mayCommunicate);

async function mayCommunicate(platform: Platform, body: JsonObject | undefined): Promise<Outcome> {
  const { text, sound } = readFields(body ?? {});
  const caller = text('caller_id');
  const target = text('target_id');
  if (!sound() || !caller || !target) return refuse(400, 'invalid request body');
  const { database, rules } = platform;
  const allowed = await canCommunicate(database, rules, caller, target).catch(() => false);
  return { status: 200, body: { allowed } };
}
