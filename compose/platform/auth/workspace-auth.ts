import type { FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import { header } from '../http/parameters.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { bearerOf } from './bearer.ts';
import { sessionActor } from './session.ts';
import { isOrgToken, sameSecret, validateToken } from './tokens.ts';

/** WorkspaceAuth (0.2): the refusal for this bearer on this workspace, undefined when it may pass. */
export const authorizeWorkspace = seam('platform.authorizeWorkspace', judgeBearer);

async function judgeBearer(
  platform: Platform,
  request: FastifyRequest,
  workspaceId: string,
): Promise<Refusal | undefined> {
  const bearer = bearerOf(request);
  if (bearer === '') return (await inSession(platform, request)) ? undefined : anonymous(platform, request);
  if (sameSecret(bearer, platform.config.adminToken)) return undefined;
  if (await isOrgToken(platform.database, bearer).catch(() => false)) return undefined;
  const own = await validateToken(platform.database, bearer, workspaceId).catch(() => false);
  return own ? undefined : refuse(401, 'invalid workspace auth token');
}

/** Only where no bearer is sent: a bad one is refused whatever else comes with it. */
async function inSession(platform: Platform, request: FastifyRequest): Promise<boolean> {
  return (
    platform.rules.failsClosed && (await sessionActor(platform, header(request, 'cookie'))) !== undefined
  );
}

/** At first the canvas of the same origin came in, and everyone in a development set-up without an admin token. */
function anonymous(platform: Platform, request: FastifyRequest): Refusal | undefined {
  const { adminToken, development } = platform.config;
  if (!platform.rules.failsClosed && (sameOrigin(request) || (adminToken === '' && development)))
    return undefined;
  return refuse(401, 'missing workspace auth token');
}

/** True when the browser says that the page came from this very host. */
export function sameOrigin(request: FastifyRequest): boolean {
  const from = header(request, 'origin') || header(request, 'referer');
  return URL.canParse(from) && new URL(from).host === header(request, 'host');
}
