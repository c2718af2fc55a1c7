import { describe, expect, test } from 'vitest';
import {
  DEFAULT_IDLE_TIMEOUT_MS,
  parseDurationMs,
  parseIdleTimeout,
  parseTimeoutHeaderMs,
} from './timeouts.ts';

describe('A2A_IDLE_TIMEOUT_SECONDS (A.8)', () => {
  test.each(['-5', '0', 'foo', '1.5', '30s', ' 5', '1e3'])(
    '%j falls back to the default and says so',
    (text) => {
      const { timeoutMs, warning } = parseIdleTimeout(text);
      expect(timeoutMs).toBe(DEFAULT_IDLE_TIMEOUT_MS);
      expect(warning).toContain(`A2A_IDLE_TIMEOUT_SECONDS=${text}`);
      expect(warning).toContain('300');
    },
  );

  test('empty is the default in silence, a positive integer counts', () => {
    expect(parseIdleTimeout('')).toEqual({ timeoutMs: DEFAULT_IDLE_TIMEOUT_MS });
    expect(parseIdleTimeout('7')).toEqual({ timeoutMs: 7000 });
  });
});

test.each(['0', '-1', '1.5', 'x', ''])('X-Timeout %j is ignored (A.1)', (value) => {
  expect(parseTimeoutHeaderMs(value)).toBeUndefined();
});

test('durations are read with their units', () => {
  expect(['3s', '1m30s', '250ms', '1.5h'].map(parseDurationMs)).toEqual([3000, 90_000, 250, 5_400_000]);
  expect(['3', '-3s', '0s', '', undefined].map(parseDurationMs)).toEqual(Array(5).fill(undefined));
});
