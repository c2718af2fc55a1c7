import type { FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import { header } from '../http/parameters.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { bearerOf } from './bearer.ts';
import { sessionActor } from './session.ts';
import { isOrgToken, sameSecret } from './tokens.ts';

/**
 * AdminAuth (0.2): the refusal for this request, undefined when it may pass. A session of the control plane is looked for
 * first, whatever bearer is sent. Without ADMIN_TOKEN a workspace token is
 * never an admin (the careful rule of H.1).
 */
export const authorizeAdmin = seam('platform.authorizeAdmin', judgeAdmin);

async function judgeAdmin(platform: Platform, request: FastifyRequest): Promise<Refusal | undefined> {
  if ((await sessionActor(platform, header(request, 'cookie'))) !== undefined) return undefined;
  const bearer = bearerOf(request);
  if (sameSecret(bearer, platform.config.adminToken)) return undefined;
  if (bearer !== '' && (await isOrgToken(platform.database, bearer).catch(() => false))) return undefined;
  const stranger = refuse(401, bearer === '' ? 'admin auth required' : 'invalid admin auth token');
  if (platform.rules.failsClosed || platform.config.adminToken !== '') return stranger;
  return openWithoutTokens(platform, stranger);
}

async function openWithoutTokens(platform: Platform, stranger: Refusal): Promise<Refusal | undefined> {
  if (platform.config.development) return undefined;
  try {
    const live = await platform.database.query(
      'token-any-live',
      'SELECT 1 FROM workspace_auth_tokens WHERE revoked_at IS NULL LIMIT 1',
    );
    return live.length === 0 ? undefined : stranger;
  } catch {
    const error = 'platform datastore unavailable — retry shortly';
    return refuse(503, error, { code: 'platform_unavailable' });
  }
}
