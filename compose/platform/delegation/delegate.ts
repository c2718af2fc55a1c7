import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { sqlState } from '../store/database.ts';
import { type Delegation, readDelegation } from './request.ts';
import { tellSent } from './results.ts';
import { findEarlier, insertDelegate } from './rows.ts';
import { sendDelegation } from './send.ts';

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

/** `POST /workspaces/:id/delegate` (C.5): the row, the event, and the task on its way behind the reply. */
export const delegate = seam('platform.delegate', accept);

async function accept(platform: Platform, sourceId: string, body: JsonObject | undefined): Promise<Outcome> {
  const delegation = readDelegation(sourceId, body, platform.newId, platform.rules);
  if (isRefusal(delegation)) return delegation;
  if (!isUuid(sourceId)) return refuse(404, 'workspace not found');
  const tracked = await track(platform, delegation);
  if (typeof tracked === 'object') return tracked;
  await tellSent(platform, delegation).catch((error) =>
    platform.log.error({ reason: messageOf(error) }, 'delegation could not be told of'),
  );
  void platform.background.start('delegation', () => sendDelegation(platform, delegation));
  const { id, targetId } = delegation;
  const warning = tracked ? undefined : 'delegation dispatched but status tracking unavailable';
  return { status: 202, body: { delegation_id: id, status: 'delegated', target_id: targetId, warning } };
}

/** True when there is a row, false when there is none and the task is sent all the same; or the answer to a repeat. */
async function track(platform: Platform, delegation: Delegation): Promise<boolean | Outcome> {
  try {
    const earlier = await findEarlier(platform, delegation);
    if (earlier) return repeat(earlier);
    await insertDelegate(platform, delegation, 'pending');
    return true;
  } catch (error) {
    if (sqlState(error) === FOREIGN_KEY_VIOLATION) return refuse(404, 'workspace not found');
    const winner = sqlState(error) === UNIQUE_VIOLATION ? await findEarlier(platform, delegation) : undefined;
    if (winner) return repeat(winner);
    platform.log.error({ reason: messageOf(error) }, 'delegation is not tracked');
    return false;
  }
}

function repeat({
  delegation_id,
  status,
  target_id,
}: Readonly<Record<'delegation_id' | 'status' | 'target_id', string>>): Outcome {
  return { status: 200, body: { delegation_id, status, target_id, idempotent_hit: true } };
}
