import type { HttpReply } from './http-client.ts';

/** How long a limiter asks to wait: by the header, in seconds or as a date, or by `retry_after` of the body. */
export function retryAfterMs({ status, headers, text }: HttpReply, nowMs = Date.now()): number | undefined {
  if (status !== 429) return undefined;
  const told = headers['retry-after'] ?? memberOf(text, 'retry_after');
  if (told === undefined || told === '') return undefined;
  const seconds = Number(told);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(String(told)) - nowMs;
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}

function memberOf(text: string, name: string): unknown {
  try {
    return Reflect.get(Object(JSON.parse(text)), name);
  } catch {
    return undefined;
  }
}
