import type { FastifyReply, FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import type { Config } from '../config.ts';
import { header } from './parameters.ts';

/** The global CORS layer (C.4): a foreign Origin is 403 with an empty body everywhere; true when it has answered. */
export const applyCors = seam('platform.applyCors', judgeOrigin);

function judgeOrigin(config: Config, request: FastifyRequest, reply: FastifyReply): boolean {
  const origin = header(request, 'origin');
  if (origin === '' || sameHost(origin, header(request, 'host'))) return false;
  if (!config.corsOrigins.includes(origin) && !config.corsOrigins.includes('*')) {
    reply.code(403).send();
    return true;
  }
  reply.header('access-control-allow-origin', origin).header('vary', 'Origin');
  if (request.method !== 'OPTIONS') return false;
  reply
    .header('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS')
    .header('access-control-allow-headers', 'Content-Type, Authorization, X-Workspace-ID, X-Molecule-Org-Id')
    .code(204)
    .send();
  return true;
}

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
