import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bearerOf } from './auth/bearer.ts';
import { sameSecret } from './auth/tokens.ts';
import { objectBody } from './http/body.ts';
import { type Outcome, refuse, send } from './http/reply.ts';
import type { Platform } from './platform.ts';

/** One advance goes no further: a year, in milliseconds. */
const FURTHEST_MS = 31_536_000_000;

/** Where a driven clock is put forward. It is there only where the clock is driven; from elsewhere than here it is 404. */
export function registerClockRoute(app: FastifyInstance, platform: Platform): void {
  if (!platform.driven) return;
  app.post('/-/clock/advance', async (request, reply) => send(reply, await advance(platform, request)));
}

async function advance({ driven, config }: Platform, request: FastifyRequest): Promise<Outcome> {
  if (!driven || !isLoopback(request.socket.remoteAddress)) return refuse(404, 'not found');
  if (!sameSecret(bearerOf(request), config.clockToken))
    return refuse(401, 'the token of the clock is required');
  const ms = objectBody(request.body)?.ms;
  if (typeof ms === 'number' && Number.isInteger(ms) && ms >= 0 && ms <= FURTHEST_MS) {
    return { status: 200, body: { now_ms: await driven.advance(ms) } };
  }
  return refuse(400, `ms must be a whole number of milliseconds between 0 and ${FURTHEST_MS}`);
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}
