import type { HttpReply } from './http-client.ts';

/** Who is to wait for longer asks once in a while; a timer that is set for 25 days or more would go off at once. */
const LONGEST_MS = 60_000;

/** How long to wait as a limiter asks: by the header, in seconds or as a date, or by `retry_after` of the body. */
export function retryAfterMs({ status, headers, text }: HttpReply, nowMs = Date.now()): number | undefined {
  if (status !== 429) return undefined;
  const told = headers['retry-after'] ?? memberOf(text, 'retry_after');
  if (told === undefined || told === '') return undefined;
  const seconds = Number(told);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(String(told)) - nowMs;
  return Number.isFinite(waitMs) ? Math.min(Math.max(0, waitMs), LONGEST_MS) : undefined;
}

function memberOf(text: string, name: string): unknown {
  try {
    return Reflect.get(Object(JSON.parse(text)), name);
  } catch {
    return undefined;
  }
}
