import { expect, test } from 'vitest';
import type { KillMatrix } from '../../kill-matrix.ts';
import { ELSEWHERE, killersOf, killsBySuite } from './kills.ts';

const row = (id: string, suite: string, killed: readonly number[], alive: readonly number[] = []) => ({
  ...{ id, suite, title: id, killed, alive },
  verdict: alive.length === 0 ? ('killed' as const) : ('survived' as const),
});
const KILLS: KillMatrix = {
  cases: ['corpus/a', 'corpus/b', 'corpus/c', 'cursor/d'],
  faults: [row('M1', 'corpus', [0, 1]), row('M2', 'corpus', [1], [2]), row('M3', 'cursor', [3])],
};
const CLAUSES: Readonly<Record<string, string>> = {
  'corpus/a': 'A.10',
  'corpus/b': 'A.4',
  'corpus/c': 'A.4',
};

test('each suite has a row for each clause and a column for each mutant; one survivor spoils a cell', () => {
  const [corpus, cursor] = killsBySuite(KILLS, (id) => CLAUSES[id]);
  expect(corpus).toMatchObject({ suite: 'corpus', clauses: ['A.4', 'A.10'] });
  expect(corpus?.cells).toEqual([
    { fault: 0, clause: 1, isKilled: true },
    { fault: 0, clause: 0, isKilled: true },
    { fault: 1, clause: 0, isKilled: false },
  ]);
  expect(cursor?.clauses).toEqual([ELSEWHERE]);
});

test('a case knows the mutants that it died of, and none that it outlived', () => {
  expect(killersOf(KILLS, 'corpus/b').map(({ id }) => id)).toEqual(['M1', 'M2']);
  expect(killersOf(KILLS, 'corpus/c')).toEqual([]);
  expect(killersOf(KILLS, 'corpus/unknown')).toEqual([]);
});
