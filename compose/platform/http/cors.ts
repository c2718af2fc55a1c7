import type { FastifyReply, FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import type { Config } from '../config.ts';
import { header } from './parameters.ts';
import type { Outcome } from './reply.ts';

/** The global CORS layer (C.4): a foreign Origin is 403 with an empty body everywhere, a preflight is answered here. */
export const applyCors = seam('platform.applyCors', judgeOrigin);

function judgeOrigin(config: Config, request: FastifyRequest, reply: FastifyReply): Outcome | undefined {
  const origin = header(request, 'origin');
  if (origin === '' || sameHost(origin, header(request, 'host'))) return undefined;
  if (!config.corsOrigins.includes(origin) && !config.corsOrigins.includes('*')) {
    return { refused: { status: 403, body: null } };
  }
  reply.header('access-control-allow-origin', origin).header('vary', 'Origin');
  return request.method === 'OPTIONS' ? { status: 204, body: null, headers: PREFLIGHT } : undefined;
}

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'access-control-allow-headers': 'Content-Type, Authorization, X-Workspace-ID, X-Molecule-Org-Id',
};

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
