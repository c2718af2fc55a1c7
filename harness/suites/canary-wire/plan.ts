import type { CaseIdentity } from '../../support/case.ts';
import type { Plan, Scene } from '../plan.ts';
import { TITLES, TURNS, type TurnKind } from './turns.ts';

/** One case for each kind of turn, `canary-wire/<kind>`. */
export function planWire({ hasPlatform, subjectName }: Scene): Plan {
  const cases = TURNS.map(caseOf);
  if (hasPlatform) return { cases, excluded: [] };
  const reason = `compares what canaries send with what a platform forwards, and ${subjectName} is none`;
  return { cases: [], excluded: cases.map(({ id }) => ({ id, reason })) };
}

function caseOf(kind: TurnKind): CaseIdentity {
  return {
    ...{ id: `canary-wire/${kind}`, suite: 'canary-wire', title: TITLES[kind], clause: 'A.7' },
    facets: { turn: kind },
  };
}
