import { seam } from '../../seam.ts';
import { insertActivity } from '../activity/write.ts';
import { messageOf } from '../background.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { sqlState } from '../store/database.ts';
import { readRecord, readReport } from './request.ts';
import { tellComplete, tellFailed, tellSent } from './results.ts';
import { completedRow, insertDelegate, updateDelegate } from './rows.ts';

const FOREIGN_KEY_VIOLATION = '23503';

/** `POST /workspaces/:id/delegations/record` (C.5): the agent sends the task itself and wants it seen. */
export const recordDelegation = seam('platform.recordDelegation', record);

async function record(platform: Platform, sourceId: string, body: JsonObject | undefined): Promise<Outcome> {
  const delegation = readRecord(sourceId, body);
  if (isRefusal(delegation)) return delegation;
  if (!isUuid(sourceId)) return refuse(404, 'workspace not found');
  return stored(platform, async () => {
    await insertDelegate(platform, delegation, 'dispatched');
    await tellSent(platform, delegation);
    return { status: 202, body: { delegation_id: delegation.id, status: 'recorded' } };
  });
}

/** `POST /workspaces/:id/delegations/:delegation_id/update` (C.5): the agent says what became of it. */
export const reportDelegation = seam('platform.reportDelegation', report);

async function report(
  platform: Platform,
  sourceId: string,
  id: string,
  body: JsonObject | undefined,
): Promise<Outcome> {
  const told = readReport(body);
  if (isRefusal(told)) return told;
  if (!isUuid(sourceId)) return refuse(404, 'workspace not found');
  const origin = { id, sourceId };
  return stored(platform, async () => {
    await updateDelegate(platform, origin, told.status, told.error);
    if (told.status === 'failed') await tellFailed(platform, origin, told.error);
    else {
      await insertActivity(platform, completedRow(platform, origin, told.text));
      await tellComplete(platform, origin, told.text);
    }
    return { status: 200, body: { status: told.status, delegation_id: id } };
  });
}

async function stored(platform: Platform, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) === FOREIGN_KEY_VIOLATION) return refuse(404, 'workspace not found');
    platform.log.error({ reason: messageOf(error) }, 'delegation could not be written down');
    return refuse(500, 'failed to record delegation');
  }
}
