import type { FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { pathId } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import type { Json } from '../json.ts';
import { integerOf } from '../workspaces/fields.ts';
import { openAudit } from './audit.ts';
import { leadingObject } from './body.ts';
import { loadDesktop } from './desktop.ts';
import type { Display } from './display.ts';
import { holderOf } from './holder.ts';
import { currentLease, shownLease, takeLease } from './lease.ts';
import { tokenOf } from './token.ts';

const USUAL_TTL_SECONDS = 300;
const BAD_REQUEST = 'invalid display control request';

/** `POST /workspaces/:id/display/control/acquire`: checks in the order of I.3, then one statement that decides. */
export const acquire = seam('platform.acquireDisplay', acquireControl);

async function acquireControl({ platform, streams }: Display, request: FastifyRequest): Promise<Outcome> {
  const ttlSeconds = readWish(request.body);
  if (typeof ttlSeconds !== 'number') return ttlSeconds;
  const workspaceId = pathId(request);
  const desktop = await loadDesktop(platform, workspaceId);
  if (isRefusal(desktop)) return desktop;
  if (!desktop.isEnabled) return refuse(400, 'display not enabled');
  const holder = await holderOf(platform, request);
  if (holder === undefined) return refuse(403, 'display control requires admin-token or org-token auth');
  const { signingSecret } = platform.config.display;
  if (signingSecret === '') return refuse(503, 'display session signing secret is not configured');
  const about = { controller: 'user', controlled_by: holder, ttl_seconds: ttlSeconds };
  const audit = await openAudit(platform, 'acquire', workspaceId, about);
  try {
    const lease = await takeLease(platform, workspaceId, holder, ttlSeconds);
    if (!lease) {
      await audit.failed('display control already held');
      return await heldBy({ platform, streams }, workspaceId);
    }
    streams.look(workspaceId);
    await audit.completed({ rows_affected: 1 });
    const token = tokenOf(signingSecret, workspaceId, lease);
    const session_url = `/workspaces/${workspaceId}/display/session/websockify#token=${token}`;
    return { status: 200, body: { ...shownLease(lease), session_url } };
  } catch (error) {
    platform.log.error({ reason: messageOf(error) }, 'a lease was not written');
    await audit.failed('failed to acquire display control');
    return refuse(500, 'failed to acquire display control');
  }
}

async function heldBy({ platform }: Display, workspaceId: string): Promise<Refusal> {
  const current = shownLease(await currentLease(platform, workspaceId));
  return refuse(409, 'display control already held', { current });
}

function readWish(body: unknown): number | Refusal {
  const wish = leadingObject(body);
  if (!wish) return refuse(400, BAD_REQUEST);
  const { controller = null, ttl_seconds: ttl = null } = wish;
  if (controller !== null && typeof controller !== 'string') return refuse(400, BAD_REQUEST);
  const seconds = readTtl(ttl);
  if (seconds === undefined) return refuse(400, BAD_REQUEST);
  if (controller !== null && controller !== '' && controller !== 'user') {
    return refuse(400, 'browser callers may only acquire user display control');
  }
  return seconds >= 30 && seconds <= 3600 ? seconds : refuse(400, 'ttl_seconds must be between 30 and 3600');
}

/** How long a lease is wanted for, in seconds; undefined for what is no whole number. */
export const readTtl = seam('platform.displayTtl', (ttl: Json): number | undefined => {
  const seconds = ttl === null ? 0 : integerOf(ttl);
  return seconds === 0 ? USUAL_TTL_SECONDS : seconds;
});
