import { expect, test } from 'vitest';
import { layOut } from './lanes.ts';
import type { CaseRow } from './page.ts';

const row = (id: string, at: number | undefined, ms: number): CaseRow => ({
  ...{ id, suite: 's', title: '', clause: 'A', heading: 'passed', ms },
  ...(at !== undefined && { at }),
});

test('cases that ran at one time lie in lanes of their own, and a lane is used again', () => {
  const laid = layOut([row('late', 20, 5), row('a', 0, 10), row('b', 5, 30), row('never', undefined, 0)], 9);
  expect(laid.map(({ row: { id }, lane }) => [id, lane])).toEqual([
    ['a', 0],
    ['b', 1],
    ['late', 0],
  ]);
});

test('beyond the most lanes the last one is shared', () => {
  const laid = layOut([row('a', 0, 9), row('b', 0, 9), row('c', 0, 9)], 2);
  expect(laid.map(({ lane }) => lane)).toEqual([0, 1, 1]);
});
