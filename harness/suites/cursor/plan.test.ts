import { expect, test } from 'vitest';
import type { Scene } from '../plan.ts';
import { planCursors } from './plan.ts';

const scene: Scene = {
  revision: 'R3',
  subjectName: 'elsewhere',
  capabilities: [],
  hasPlatform: true,
  standsForRuntimes: false,
};

test('rows of one instant are asked for where the rule about them holds, and nowhere else', () => {
  expect(planCursors(scene).cases).toHaveLength(4);
  for (const revision of ['R1', '2026-05-16'] as const) {
    const { cases, excluded } = planCursors({ ...scene, revision });
    expect(cases.map(({ id }) => id)).toEqual(['cursor/own', 'cursor/unknown', 'cursor/foreign']);
    expect(excluded).toEqual([
      { id: 'cursor/equal-times', reason: `the rule ordersTiesBySequence does not hold at ${revision}` },
    ]);
  }
});

test('a subject without a platform has none of them', () => {
  expect(planCursors({ ...scene, hasPlatform: false }).cases).toEqual([]);
});
