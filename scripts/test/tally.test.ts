import { expect, test } from 'vitest';
import { atLeastOneWrong, closingLines, exitCodeOf, type Tally } from './tally.ts';

const GREEN: Tally = { passed: 7, failed: 0, names: [] };
const RED: Tally = { passed: 2, failed: 2, names: ['npx one', 'npx other'] };

test('the last of all lines is what passed and failed, and what failed stands right before it, check by check', () => {
  expect(
    closingLines(['types', 'unit', 'suites'], [GREEN, RED, { ...RED, failed: 1, names: ['npx case'] }]),
  ).toEqual([
    'failed in unit:',
    '  npx one',
    '  npx other',
    'failed in suites:',
    '  npx case',
    '11 passed, 3 failed',
  ]);
});

test('what could not be tried is named and counted nowhere', () => {
  const tried = { ...GREEN, inconclusive: ['compose (inconclusive without an engine)'] };
  expect(closingLines(['unit'], [tried])).toEqual([
    'inconclusive, not counted: compose (inconclusive without an engine)',
    '7 passed, 0 failed',
  ]);
});

test('of very many failures twenty are named, and how many there are besides', () => {
  const names = Array.from({ length: 23 }, (_, nth) => `npx ${nth}`);
  const lines = closingLines(['unit'], [{ passed: 0, failed: 23, names }]);
  expect(lines).toHaveLength(23);
  expect(lines.slice(-3)).toEqual(['  npx 19', '  and 3 more', '0 passed, 23 failed']);
});

test.each([
  ['everything passed', [GREEN, GREEN], 0],
  ['one thing failed', [GREEN, RED], 1],
  ['nothing passed and nothing failed', [{ passed: 0, failed: 0, names: [] }], 1],
  ['there was nothing to do', [], 1],
])('the exit code is right where %s', (_what, tallies, code) => {
  expect(exitCodeOf(tallies)).toBe(code);
});

test('a check that ends with another exit code than 0 has failed, though its figures name no failure', () => {
  expect(atLeastOneWrong(1, GREEN)).toMatchObject({ passed: 7, failed: 1 });
  expect(atLeastOneWrong(undefined, GREEN)).toMatchObject({ failed: 1 });
  expect(atLeastOneWrong(1, RED)).toMatchObject({ failed: 2 });
  expect(atLeastOneWrong(0, GREEN)).toBe(GREEN);
});
