import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.parse('2026-11-29T00:00:00Z');

test.each([
  ['2', 2_000],
  ['0', 0],
  ['-5', 0],
  ['3000000', 60_000],
  ['1e300', 60_000],
  ['Sun, 29 Nov 2026 00:00:30 GMT', 30_000],
  ['Fri, 29 Nov 2126 00:00:00 GMT', 60_000],
  ['soon', undefined],
])('a limiter that says Retry-After: %s is asked again after %s ms', (told, waitMs) => {
  const reply = { status: 429, headers: { 'retry-after': told }, text: '' } as never;
  expect(retryAfterMs(reply, NOW)).toBe(waitMs);
});

test('a body may say it, and without a limit nobody waits', () => {
  expect(retryAfterMs({ status: 429, headers: {}, text: '{"retry_after":3000000}' } as never)).toBe(60_000);
  expect(retryAfterMs({ status: 200, headers: { 'retry-after': '9' }, text: '' } as never)).toBeUndefined();
});
