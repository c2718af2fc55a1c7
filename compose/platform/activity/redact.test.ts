import { expect, test } from 'vitest';
import { redactSecrets } from './redact.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
const LONG = 'a1b2c3d4e5f6a7b8c9d0e1';

test.each([
  [`got ${JWT} back`, 'got [REDACTED] back'],
  [`token ${LONG}`, 'token [REDACTED]'],
  [`apikey ${LONG}`, 'apikey [REDACTED]'],
  [`bearer: ${LONG}`, 'bearer: [REDACTED]'],
  ['token=abc', 'token=[REDACTED]'],
  ['Bearer abc.def', '[REDACTED]'],
  ['postgres://user:pass@host/db', 'postgres://[REDACTED]@host/db'],
  ['the token expired yesterday', 'the token expired yesterday'],
])('%s is told as %s', (text, told) => expect(redactSecrets(text)).toBe(told));

test('a text is cut at 4,096 characters, and says so', () => {
  expect(redactSecrets('ü'.repeat(4_096))).toBe('ü'.repeat(4_096));
  expect(redactSecrets('ü'.repeat(4_097))).toBe(`${'ü'.repeat(4_096)}…[truncated]`);
});
