import { expect, test } from 'vitest';
import type { Fault } from '../../faults/fault.ts';
import { caseOf, testSuite } from '../../suites/testing.ts';
import type { Trial } from '../trial.ts';
import type { Reach } from './reach.ts';
import { MOST_TRIALS, someTrials } from './some-trials.ts';

const NAMES = Array.from({ length: 90 }, (_, index) => `case-${index}`);
const suite = testSuite('mail', NAMES);
const plan = { cases: NAMES.map((name) => caseOf('mail', name)), excluded: [] };
/** Three seams, of which one has nearly all faults. */
const trials = NAMES.map((_, nth) => trialOf(nth, nth === 7 ? 'rare' : nth === 8 ? 'other' : 'common'));
const wide = reach({ planted: trials.map(({ planted }) => planted.id) });

test('few trials are all made', () => {
  const few = trials.slice(0, MOST_TRIALS);
  expect(someTrials(few, [wide], 1)).toEqual(few);
});

test.each([1, 2, 3])('of many some are drawn, and each seam has one, by seed %d', (seed) => {
  const chosen = someTrials(trials, [wide], seed);
  expect(chosen).toHaveLength(MOST_TRIALS);
  expect(idsIn(chosen)).toEqual(expect.arrayContaining(['fault-7', 'fault-8']));
  expect(someTrials(trials, [wide], seed)).toEqual(chosen);
});

test('what a file touches that touches few is tried beside what a wide one touches', () => {
  const narrow = reach({ planted: ['fault-3', 'fault-44', 'fault-80'] });
  for (let seed = 0; seed < 10; seed += 1) {
    const ids = idsIn(someTrials(trials, [wide, narrow], seed));
    expect(ids).toEqual(expect.arrayContaining(['fault-3', 'fault-44', 'fault-80']));
  }
});

test('every touched case keeps a fault that kills it, however many there are', () => {
  const cases = NAMES.slice(0, 50).map((name) => `mail/${name}`);
  const chosen = someTrials(trials, [wide, reach({ cases })], 1);
  const killed = new Set(chosen.flatMap(({ kills }) => kills.map(({ caseId }) => caseId)));
  expect(cases.filter((id) => !killed.has(id))).toEqual([]);
});

function idsIn(some: readonly Trial[]): readonly string[] {
  return some.map(({ planted }) => planted.id);
}

function trialOf(nth: number, seam: string): Trial {
  const id = `fault-${nth}`;
  const seams = [{ seam, change: () => undefined }] as never;
  const planted: Fault = { id, title: id, plant: { kind: 'service', service: 'platform', seams }, kills: [] };
  const caseId = `mail/case-${nth}`;
  return { suite, plan, planted, kills: [{ caseId, clause: 'A.1', reason: /x/ }], cases: new Set([caseId]) };
}

function reach({
  planted = [],
  cases = [],
}: {
  planted?: readonly string[];
  cases?: readonly string[];
}): Reach {
  return {
    file: 'a.ts',
    isBeside: false,
    words: ['because'],
    planted: new Set(planted),
    cases: new Set(cases),
  };
}
