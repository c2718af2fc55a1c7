import { expect, test } from 'vitest';
import { aged, ago } from './aged.ts';
import type { VerdictBox } from './page.ts';

const DAY = 86_400_000;
const verdict: VerdictBox = {
  ...{ word: 'PASSED', tone: 'good', verdict: 'passed', exit: '', sentence: 'All held.', scope: '' },
  ...{
    isPart: false,
    counts: [],
    reasons: [],
    changes: [{ text: 'x' }],
    again: 'npx assay run',
    endedAt: '2026-03-04T00:00:00.000Z',
  },
};
const at = (days: number) => Date.parse(verdict.endedAt) + days * DAY;

test('evidence of this week says what it said', () => {
  expect(aged(verdict, at(6.9))).toBe(verdict);
});

test('evidence that is older holds, whatever it said', () => {
  expect(aged(verdict, at(7))).toMatchObject({
    word: 'HOLD',
    tone: 'unsure',
    changes: [{ command: 'npx assay run' }],
  });
  expect(aged(verdict, at(40)).sentence).toBe(
    'This evidence is 40 days old: it passed then, and says nothing of today.',
  );
  const red = { ...verdict, word: 'HOLD', tone: 'bad', sentence: '3 cases broke.' } as const;
  expect(aged(red, at(9))).toMatchObject({
    tone: 'bad',
    sentence: 'This evidence is 9 days old. 3 cases broke.',
  });
});

test('a report of a time that cannot be read is not taken for a young one', () => {
  expect(aged({ ...verdict, endedAt: 'yesterday' }, at(0)).word).toBe('HOLD');
});

test('an age is told in the largest unit that says enough', () => {
  const now = at(0);
  expect(ago(verdict.endedAt, now)).toBe('just now');
  expect(ago(verdict.endedAt, now + 60_000)).toBe('1 minute ago');
  expect(ago(verdict.endedAt, at(2.5))).toBe('2 days ago');
});
