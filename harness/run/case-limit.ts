import { setTimeout as delay } from 'node:timers/promises';
import type { CaseResult } from '../report/event.ts';
import { CASE_LIMIT_MS } from '../support/case.ts';

/** The result of a case, or nothing at its limit or when the work is interrupted. */
export async function withinLimit(
  performing: Promise<CaseResult>,
  signal: AbortSignal,
): Promise<CaseResult | undefined> {
  const done = new AbortController();
  const limit = delay(CASE_LIMIT_MS, undefined, { signal: AbortSignal.any([signal, done.signal]) });
  try {
    return await Promise.race([performing, limit.catch(() => undefined)]);
  } finally {
    done.abort();
  }
}

/** What is said of a case that did not end. */
export const OVERDUE = `It did not end within ${CASE_LIMIT_MS} ms.`;
