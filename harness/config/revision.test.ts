import { expect, test } from 'vitest';
import { UsageError } from '../support/errors.ts';
import { parseRevision } from './revision.ts';

test.each([
  ['R1', 'R1'],
  ['r3', 'R3'],
  ['2026-04-30', 'R1'],
  ['2026-05-01', '2026-05-01'],
  ['2026-06-05', '2026-06-05'],
  ['2026-06-06', 'R3'],
])('%s is the revision %s', (text, revision) => {
  expect(parseRevision(text)).toBe(revision);
});

test.each([
  ['R2', 'is no revision of the contract'],
  ['2026-02-30', 'is no revision of the contract'],
  ['16.05.2026', 'is no revision of the contract'],
  ['2026-05-16T00:00:00Z', 'is no revision of the contract'],
  ['2026-04-29', 'lies before R1 (2026-04-30)'],
  ['2027-01-01', 'lies after R3 (2026-06-06)'],
])('%s is refused: it %s', (text, words) => {
  const fix = 'Use R1 (2026-04-30), R3 (2026-06-06) or a day between them, as YYYY-MM-DD.';
  expect(() => parseRevision(text)).toThrow(UsageError);
  expect(() => parseRevision(text)).toThrow(expect.objectContaining({ code: 'UNKNOWN_REVISION', fix }));
  expect(() => parseRevision(text)).toThrow(`"${text}" ${words}`);
});
