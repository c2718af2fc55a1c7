import { setTimeout as delay } from 'node:timers/promises';

/** Spreads turns evenly at so many a second, all takers together; a late turn is not made up for by a burst. */
export function pacer(
  ratePerSecond: number | undefined,
  signal: AbortSignal,
): () => Promise<void> | undefined {
  if (ratePerSecond === undefined) return () => undefined;
  const everyMs = 1_000 / ratePerSecond;
  let nextMs = performance.now();
  return () => {
    const nowMs = performance.now();
    const turnMs = Math.max(nextMs, nowMs - everyMs);
    nextMs = turnMs + everyMs;
    if (turnMs - nowMs < 1) return undefined;
    return delay(turnMs - nowMs, undefined, { signal }).catch(() => undefined);
  };
}
