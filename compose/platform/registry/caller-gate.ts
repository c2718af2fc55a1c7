import { seam } from '../../seam.ts';
import { hasLiveToken, validateToken } from '../auth/tokens.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';

/** The gate of discover and peers (E.4): a caller with a live token has to present one of its own. */
export const checkCaller = seam('platform.checkDiscoveryCaller', judge);

async function judge(platform: Platform, callerId: string, bearer: string): Promise<Refusal | undefined> {
  const { database, rules } = platform;
  try {
    if (!(await hasLiveToken(database, callerId))) return undefined;
    if (bearer === '') return refuse(401, 'missing workspace auth token');
    const own = await validateToken(database, bearer, callerId);
    return own ? undefined : refuse(401, 'invalid workspace auth token');
  } catch {
    if (!rules.failsClosed) return undefined;
    const error = 'platform datastore unavailable — retry shortly';
    return refuse(503, error, { code: 'platform_unavailable' });
  }
}
