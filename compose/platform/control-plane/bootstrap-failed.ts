import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { JsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { readFields } from '../workspaces/fields.ts';
import { moveStatus } from '../workspaces/status.ts';

const UNCHANGED: Outcome = { status: 200, body: { ok: true, no_change: true } };

/** `POST /admin/workspaces/:id/bootstrap-failed` (F.5): a control plane says that an instance did not come up. */
export const failBootstrap = seam('platform.failBootstrap', fail);

async function fail(platform: Platform, id: string, body: JsonObject | undefined): Promise<Outcome> {
  const { text, sound } = readFields(body ?? {});
  const error = text('error') ?? '';
  const logTail = text('log_tail') ?? '';
  if (!body || !sound() || error === '') return refuse(400, 'invalid request body');
  if (!isUuid(id)) return refuse(400, 'invalid workspace ID');
  const sampleError = `${error}\n\n${logTail}`.replaceAll('\0', '\ufffd');
  if (!(await moveStatus(platform, id, { to: 'failed', from: ['provisioning'], sampleError })))
    return UNCHANGED;
  const payload = { error, log_tail: logTail, source: 'bootstrap_watcher' };
  await platform.broadcaster.record(
    platform.database,
    'WORKSPACE_PROVISION_FAILED',
    id.toLowerCase(),
    payload,
  );
  return { status: 200, body: { ok: true } };
}
