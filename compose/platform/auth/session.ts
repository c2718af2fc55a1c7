import { createHash } from 'node:crypto';
import { request as ask } from 'undici';
import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { isObject, parseJson } from '../json.ts';
import type { Platform } from '../platform.ts';

const WITHIN_MS = 3_000;
const MEMBER_MS = 30_000;
const STRANGER_MS = 5_000;
const MOST_SESSIONS = 10_000;

/** What the control plane said of a cookie: whose session it is, undefined for a stranger's. */
interface Known {
  readonly actor: string | undefined;
  readonly untilMs: number;
}

const known = new WeakMap<Platform, Map<string, Known>>();

/**
 * The user of the control plane whose session a request's cookie is, undefined for everyone else (0.2). What the control
 * plane says is believed for 30 s of a member and 5 s of a stranger; where it says nothing, nobody is one.
 */
export const sessionActor = seam('platform.sessionActor', verify);

async function verify(platform: Platform, cookie: string): Promise<string | undefined> {
  const { sessions } = platform.config;
  if (!sessions || cookie === '') return undefined;
  const cache = known.get(platform) ?? new Map<string, Known>();
  known.set(platform, cache);
  const key = createHash('sha256').update(cookie).digest('base64');
  const nowMs = platform.clock.nowMs();
  const found = cache.get(key);
  if (found && found.untilMs > nowMs) return found.actor;
  try {
    const actor = await askControlPlane(sessions, cookie);
    if (cache.size >= MOST_SESSIONS) cache.clear();
    cache.set(key, { actor, untilMs: nowMs + (actor === undefined ? STRANGER_MS : MEMBER_MS) });
    return actor;
  } catch (error) {
    platform.log.warn({ reason: messageOf(error) }, 'session could not be verified');
    return undefined;
  }
}

async function askControlPlane(
  { url, slug }: { readonly url: string; readonly slug: string },
  cookie: string,
): Promise<string | undefined> {
  const answer = await ask(`${url}/cp/auth/tenant-member?slug=${encodeURIComponent(slug)}`, {
    headers: { cookie },
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  const bytes = await answer.body.arrayBuffer();
  if (answer.statusCode >= 500) throw new Error(`tenant-member answered ${answer.statusCode}`);
  if (answer.statusCode !== 200) return undefined;
  const document = parseJson(new Uint8Array(bytes));
  if (!isObject(document) || document.member !== true) return undefined;
  return typeof document.user_id === 'string' ? document.user_id : 'member';
}
