import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import { type Refusal, refuse } from './reply.ts';

const WINDOW_MS = 60_000;

/** Counts requests per client and minute: 429 above the limit. Unlimited says so in a header. */
export function createRateLimiter(limit: number | undefined, clock: Clock) {
  let windowStartMs = clock.nowMs();
  const counts = new Map<string, number>();
  return (request: FastifyRequest, reply: FastifyReply): Refusal | undefined => {
    reply.header('x-ratelimit-limit', limit === undefined ? 'unlimited' : String(limit));
    if (limit === undefined) return undefined;
    if (clock.nowMs() - windowStartMs >= WINDOW_MS) {
      windowStartMs = clock.nowMs();
      counts.clear();
    }
    const count = (counts.get(request.ip) ?? 0) + 1;
    counts.set(request.ip, count);
    if (count <= limit) return undefined;
    const retryAfterSeconds = Math.ceil((windowStartMs + WINDOW_MS - clock.nowMs()) / 1000);
    return refuse(429, 'rate limit exceeded', {}, { 'retry-after': String(retryAfterSeconds) });
  };
}
