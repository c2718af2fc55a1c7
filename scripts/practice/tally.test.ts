import { expect, test } from 'vitest';
import { renderTally } from './render.ts';
import { isWhole, tallyOf } from './tally.ts';

const PASSED = { id: 'continuity/two-turn-name', verdict: 'passed' };
const FAILED = { id: 'continuity/own-words', verdict: 'failed', reason: 'turn 3: the agent answered "No."' };
const OPEN = { id: 'continuity/file-only', verdict: 'inconclusive', reason: 'It did not run.' };
const BESIDE = {
  id: 'continuity/canary-mode',
  verdict: 'not-applicable',
  reason: 'the runtime does not claim a canary mode',
};

const tally = (...cases: readonly object[]) => tallyOf('some', { cases }, '/runs/some/report.html');

test('a runtime that fails canaries was judged whole', () => {
  expect(isWhole(tally(PASSED, FAILED, BESIDE))).toBe(true);
});

test.each(['inconclusive', 'errored'])('one of which a canary is %s was not', (verdict) => {
  expect(isWhole(tally(PASSED, { ...OPEN, verdict }))).toBe(false);
});

test.each([{}, { cases: [] }, null])('a report that tells of no canary is no verdict: %j', (report) => {
  expect(() => tallyOf('some', report, '')).toThrow(/tells of no canary/);
});

test('every canary is named, and each that did not pass with its reason', () => {
  expect(renderTally(tally(PASSED, FAILED, OPEN, BESIDE)).split('\n')).toEqual([
    'some: 4 canaries',
    '  1 passed',
    '    two-turn-name',
    '  1 failed',
    '    own-words: turn 3: the agent answered "No."',
    '  1 not applicable',
    '    canary-mode: the runtime does not claim a canary mode',
    '  1 inconclusive',
    '    file-only: It did not run.',
    '  /runs/some/report.html',
  ]);
});

test('many names are told in lines of a terminal', () => {
  const many = Array.from({ length: 12 }, (_, nth) => ({
    id: `continuity/canary-number-${nth}`,
    verdict: 'passed',
  }));
  const lines = renderTally(tally(...many)).split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(110);
  expect(lines.join(' ')).toContain('canary-number-11');
});
