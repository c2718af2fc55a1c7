import { seam } from '../../seam.ts';
import { sessionActor } from '../auth/session.ts';
import { hasLiveToken, isOrgToken, sameSecret, validateToken, workspaceOfToken } from '../auth/tokens.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import type { Caller } from './call.ts';

const RESERVED = ['webhook:', 'system:', 'test:', 'channel:'];

/** Step 3: the header as given, else the workspace that owns the bearer, else the canvas. Never a refusal. */
export const identifyCaller = seam('platform.identifyCaller', callerOf);

async function callerOf(platform: Platform, claimedId: string, bearer: string): Promise<Caller> {
  if (claimedId !== '') return { id: claimedId, claimed: true };
  if (bearer === '') return { id: '', claimed: false };
  const owner = await workspaceOfToken(platform.database, bearer).catch(() => undefined);
  return { id: owner ?? '', claimed: false };
}

/** Step 4: prefixes that are reserved for callers inside the platform. */
export const checkReservedCaller = seam('platform.checkReservedCaller', refuseReserved);

function refuseReserved(callerId: string): Refusal | undefined {
  return RESERVED.some((prefix) => callerId.startsWith(prefix))
    ? refuse(403, 'invalid caller ID')
    : undefined;
}

/** Step 5: the bearer must belong to the caller, whose id counts letter by letter, unless the caller has no live token or the database fails. */
export const checkCallerToken = seam('platform.checkCallerToken', refuseForeignBearer);

async function refuseForeignBearer(
  platform: Platform,
  callerId: string,
  bearer: string,
): Promise<Refusal | undefined> {
  try {
    if (!(await hasLiveToken(platform.database, callerId))) return undefined;
    if (bearer === '') return refuse(401, 'missing caller auth token');
    const isSpelledSo = callerId === callerId.toLowerCase();
    const own = isSpelledSo && (await validateToken(platform.database, bearer, callerId));
    return own ? undefined : refuse(401, 'invalid caller auth token');
  } catch {
    return undefined;
  }
}

/** A user of the canvas may speak as any workspace; admin and org bearers prove one, and a session of the control plane. */
export const isCanvasUser = seam('platform.isCanvasUser', provesCanvasUser);

async function provesCanvasUser(platform: Platform, bearer: string, cookie = ''): Promise<boolean> {
  if (!platform.rules.canvasUserSpeaksForAll) return false;
  if ((await sessionActor(platform, cookie)) !== undefined) return true;
  if (bearer === '') return false;
  if (sameSecret(bearer, platform.config.adminToken)) return true;
  return isOrgToken(platform.database, bearer).catch(() => false);
}
