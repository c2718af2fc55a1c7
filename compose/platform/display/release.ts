import type { FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { isUuid, pathId } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import { openAudit } from './audit.ts';
import { leadingObject } from './body.ts';
import type { Display } from './display.ts';
import { holderOf, isAdminBearer } from './holder.ts';
import { currentLease, dropLease, shownLease } from './lease.ts';

const BAD_REQUEST = 'invalid display control release request';
const NOT_LOADED = 'failed to load display control';

/** `GET /workspaces/:id/display/control` (I.3). */
export async function readControl({ platform }: Display, request: FastifyRequest): Promise<Outcome> {
  const workspaceId = pathId(request);
  if (!isUuid(workspaceId)) return refuse(500, NOT_LOADED);
  return { status: 200, body: shownLease(await currentLease(platform, workspaceId)) };
}

/** `POST /workspaces/:id/display/control/release` (I.3). A lease that is given back ends its streams. */
export const release = seam('platform.releaseDisplay', releaseControl);

async function releaseControl({ platform, streams }: Display, request: FastifyRequest): Promise<Outcome> {
  const wish = leadingObject(request.body);
  const force = wish?.force ?? false;
  if (!wish || typeof force !== 'boolean') return refuse(400, BAD_REQUEST);
  if (force && !isAdminBearer(platform, request))
    return refuse(403, 'force release requires admin-token auth');
  const holder = await holderOf(platform, request);
  if (holder === undefined) return refuse(403, 'display control requires admin-token or org-token auth');
  const workspaceId = pathId(request);
  if (!isUuid(workspaceId)) return refuse(500, NOT_LOADED);
  const audit = await openAudit(platform, 'release', workspaceId, { controlled_by: holder, force });
  try {
    const dropped = await dropLease(platform, workspaceId, holder, force);
    streams.look(workspaceId);
    const current = dropped > 0 ? undefined : await currentLease(platform, workspaceId);
    if (!current) {
      await audit.completed({ rows_affected: dropped });
      return { status: 200, body: shownLease(undefined) };
    }
    await audit.failed('display control held by another caller');
    return refuse(409, 'display control held by another caller', { current: shownLease(current) });
  } catch (error) {
    platform.log.error({ reason: messageOf(error) }, 'a lease was not given back');
    await audit.failed(NOT_LOADED);
    return refuse(500, NOT_LOADED);
  }
}
