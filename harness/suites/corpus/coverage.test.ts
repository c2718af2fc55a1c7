import { expect, test } from 'vitest';
import { loadSubject } from '../../config/subject.ts';
import { FAMILIES, OUTCOMES } from '../../corpus/entry.ts';
import { resolveKills } from '../../faults/resolve.ts';
import { sceneOf } from '../scene.ts';
import { FAULTS } from './faults/index.ts';
import { suite } from './suite.ts';

const plan = await suite.plan(sceneOf(await loadSubject()));
const kills = FAULTS.flatMap((fault) => resolveKills(fault, plan));
const killed = new Set(kills.map(({ caseId }) => caseId));

test('every gated case is named by a fault', () => {
  const gated = plan.cases.filter(({ facets }) => facets.expected !== 'policy');
  expect(gated.map(({ id }) => id).filter((id) => !killed.has(id))).toEqual([]);
});

test('every family has a fault', () => {
  const named = plan.cases.filter(({ id }) => killed.has(id));
  expect([...new Set(named.map(({ facets }) => facets.family))].sort()).toEqual([...FAMILIES].sort());
});

test('every outcome is what some fault must bring about', () => {
  const outcomes = new Set(kills.flatMap(({ outcome }) => outcome ?? []));
  expect([...outcomes].sort()).toEqual([...OUTCOMES].sort());
});
