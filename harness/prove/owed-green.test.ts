import { expect, test } from 'vitest';
import type { Fault, Neutral } from '../faults/fault.ts';
import type { CaseReport } from '../report/report.ts';
import { caseOf, PASSED, testSuite } from '../suites/testing.ts';
import { identityOf } from '../support/case.ts';
import { owedGreen } from './owed-green.ts';
import type { Seen } from './seen.ts';

const NAMES = Array.from({ length: 9 }, (_, index) => `${index}`);
const IDS = NAMES.map((name) => `mail/${name}`);
const plant: Fault['plant'] = { kind: 'service', service: 'platform', seams: [] };
const FAULT: Fault = { id: 'P-x', title: 'x', plant, kills: [] };
const VARIANT: Neutral = { id: 'N-x', title: 'x', plant };

test('whatever died is owed, but for what was green again where its fault had been', () => {
  const [first, second] = [seen(FAULT, IDS.slice(0, 5)), seen(FAULT, IDS.slice(5))];
  expect(owedGreen([first, second], 1)).toEqual(new Set(IDS));
  const restored = { ...second, observation: { ...second.observation, isRestored: true as const } };
  expect(owedGreen([first, restored], 1)).toEqual(new Set(IDS.slice(0, 5)));
});

test('of what died in worlds of its own some is owed, and more than nothing', () => {
  const owed = owedGreen([seen(FAULT, IDS, 'own')], 1);
  expect(owed.size).toBeLessThan(IDS.length);
  expect(owed.size).toBeGreaterThan(0);
  for (const id of owed) expect(IDS).toContain(id);
});

test.each(['shared', 'own'] as const)('all that was red in a variant is owed, in %s worlds', (isolation) => {
  expect(owedGreen([seen(VARIANT, IDS, isolation)], 1)).toEqual(new Set(IDS));
});

/** Something planted under which these cases were red, and no others. */
function seen(
  planted: Fault | Neutral,
  red: readonly string[],
  isolation: 'shared' | 'own' = 'shared',
): Seen {
  const suite = { ...testSuite('mail', NAMES), isolation };
  const plan = { cases: NAMES.map((name) => caseOf('mail', name)), excluded: [] };
  const kills = red.map((caseId) => ({ caseId, clause: 'A.1', reason: /./ }));
  const cases = plan.cases.map(
    (each): CaseReport => ({
      ...{ ...identityOf(each), ...PASSED, durationMs: 1, reproduce: '', evidence: [] },
      verdict: red.includes(each.id) ? 'failed' : 'passed',
    }),
  );
  return {
    trial: { suite, plan, planted, kills, cases: new Set(red) },
    kills,
    observation: { cases, hits: 1 },
  };
}
