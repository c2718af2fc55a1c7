import { expect, test } from 'vitest';
import type { FaultResult, KillResult } from '../faults/judge.ts';
import { killMatrixOf } from './kill-matrix.ts';

const fault = (mutant: string, states: Readonly<Record<string, KillResult['state']>>): FaultResult => ({
  ...{ mutant, title: `Title of ${mutant}`, verdict: 'killed', hits: 1, collateral: [] },
  cases: Object.entries(states).map(([id, state]) => ({ id, state, saw: '' })),
});

test('a case that several faults name stands in the matrix once, and each fault tells who died of it', () => {
  const results = [
    fault('M1', { 'corpus/a': 'killed', 'corpus/b': 'survived' }),
    fault('M2', { 'corpus/b': 'killed' }),
  ];
  expect(killMatrixOf(results)).toEqual({
    cases: ['corpus/a', 'corpus/b'],
    faults: [
      { id: 'M1', suite: 'corpus', title: 'Title of M1', verdict: 'killed', killed: [0], alive: [1] },
      { id: 'M2', suite: 'corpus', title: 'Title of M2', verdict: 'killed', killed: [1], alive: [] },
    ],
  });
});

test('who died of something else, or could not be judged, was not killed', () => {
  const [row] = killMatrixOf([fault('M1', { 'a/x': 'other-reason', 'a/y': 'unjudged' })]).faults;
  expect(row).toMatchObject({ killed: [], alive: [0, 1] });
});
