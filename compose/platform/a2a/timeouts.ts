import { seam } from '../../seam.ts';

/** Idle time after which a dispatch is given up unless an event of the workspace came (A.8). */
export const DEFAULT_IDLE_TIMEOUT_MS = 300_000;

/** Reads A2A_IDLE_TIMEOUT_SECONDS: a positive integer counts, empty is the default, anything else warns (A.8). */
export const parseIdleTimeout = seam('platform.parseIdleTimeout', parseIdleTimeoutText);

function parseIdleTimeoutText(text: string | undefined): { timeoutMs: number; warning?: string } {
  if (text === undefined || text === '') return { timeoutMs: DEFAULT_IDLE_TIMEOUT_MS };
  const seconds = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(seconds) && seconds > 0) return { timeoutMs: seconds * 1000 };
  const warning = `A2A_IDLE_TIMEOUT_SECONDS=${text} is no positive integer, using the default of 300 seconds`;
  return { timeoutMs: DEFAULT_IDLE_TIMEOUT_MS, warning };
}

/** Reads the header `X-Timeout`: integer seconds above zero become milliseconds, anything else is ignored (A.1). */
export function parseTimeoutHeaderMs(value: string): number | undefined {
  if (!/^\+?\d+$/.test(value)) return undefined;
  const seconds = Number(value);
  return seconds > 0 ? Math.min(seconds * 1000, 2_147_483_647) : undefined;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Reads a duration such as `3s` or `1m30s` in milliseconds; undefined when it is none or not positive. */
export function parseDurationMs(text: string | undefined): number | undefined {
  if (!text || !/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  const totalMs = parts.reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (UNIT_MS[unit ?? ''] ?? 0),
    0,
  );
  return totalMs > 0 ? totalMs : undefined;
}
