import { expect, test } from 'vitest';
import type { CaseIdentity } from '../support/case.ts';
import { paceOf } from './pace.ts';

const CASES: readonly CaseIdentity[] = ['a', 'b', 'c'].map((name) => ({
  id: `corpus/${name}`,
  suite: 'corpus',
  title: 'A case',
  clause: 'A.4',
  facets: {},
}));

test('what is planted elsewhere leaves the pace as it is', () => {
  expect(paceOf({ kind: 'world', boot: {}, shows: async () => 1 }, CASES)).toEqual({
    ...{ lanes: 4, cases: CASES, moved: 0 },
  });
});

test('a plant that turns the order round moves all cases but the one in the middle', () => {
  const pace = paceOf({ kind: 'pace', order: (ids) => ids.toReversed() }, CASES);
  expect(pace).toEqual({ lanes: 4, cases: CASES.toReversed(), moved: 2 });
});

test('beside more others, every case has moved', () => {
  expect(paceOf({ kind: 'pace', lanes: 16 }, CASES)).toEqual({ lanes: 16, cases: CASES, moved: 3 });
});

test('an order that changes nothing, at the usual pace, moves none', () => {
  expect(paceOf({ kind: 'pace', lanes: 4, order: (ids) => ids }, CASES).moved).toBe(0);
});
