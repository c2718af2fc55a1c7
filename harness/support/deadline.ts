import { setTimeout as delay } from 'node:timers/promises';

/** A point in time that every wait of one operation shares, so that waits never add up. */
export interface Deadline {
  readonly totalMs: number;
  remainingMs(): number;
  expired(): boolean;
}

/** Starts a budget of `totalMs` milliseconds on the monotonic clock. */
export function deadlineIn(totalMs: number): Deadline {
  const end = performance.now() + totalMs;
  const remainingMs = () => Math.max(0, end - performance.now());
  return { totalMs, remainingMs, expired: () => remainingMs() === 0 };
}

/** Asks `probe` every `everyMs` until it answers something else than `undefined`, or the deadline is over. */
export async function poll<T>(
  probe: () => Promise<T | undefined> | T | undefined,
  deadline: Deadline,
  everyMs = 10,
): Promise<T | undefined> {
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (deadline.expired()) return undefined;
    await delay(Math.min(everyMs, deadline.remainingMs()));
  }
}
