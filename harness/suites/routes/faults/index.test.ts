import { expect, test } from 'vitest';
import { loadSubject } from '../../../config/subject.ts';
import { resolveKills } from '../../../faults/resolve.ts';
import { sceneOf } from '../../scene.ts';
import { suite } from '../suite.ts';
import { FAULTS } from './index.ts';

const plan = await suite.plan(sceneOf(await loadSubject()));

test('every case is named by a fault, and every fault names cases that are there', () => {
  const killed = new Set(FAULTS.flatMap((fault) => resolveKills(fault, plan).map(({ caseId }) => caseId)));
  expect(plan.cases.map(({ id }) => id).filter((id) => !killed.has(id))).toEqual([]);
});
