import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import { bearerOf } from '../auth/bearer.ts';
import { sessionActor } from '../auth/session.ts';
import { isOrgToken, sameSecret } from '../auth/tokens.ts';
import { header } from '../http/parameters.ts';
import type { Platform } from '../platform.ts';

/** As whom a request takes control: a session before a bearer, and nobody with a token that is no admin's (I.3). */
export const holderOf = seam('platform.displayHolder', nameHolder);

async function nameHolder(platform: Platform, request: FastifyRequest): Promise<string | undefined> {
  const cookie = header(request, 'cookie');
  if ((await sessionActor(platform, cookie)) !== undefined) {
    const name = `${platform.config.sessions?.slug}\0${cookie}`;
    return `session:${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
  }
  const bearer = bearerOf(request);
  if (bearer === '') return undefined;
  if (sameSecret(bearer, platform.config.adminToken)) return 'admin-token';
  return (await isOrgToken(platform.database, bearer)) ? `org-token:${bearer.slice(0, 8)}` : undefined;
}

/** Whether it shows the admin token, whoever else it is. */
export function isAdminBearer({ config }: Platform, request: FastifyRequest): boolean {
  return sameSecret(bearerOf(request), config.adminToken);
}
