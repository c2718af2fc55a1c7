import { formOfRule } from '../../corpus/revisions.ts';
import type { CaseIdentity } from '../../support/case.ts';
import type { Plan, Scene } from '../plan.ts';

/** Which row the cursor is: one of the log, one among others of its instant, none at all, or one of another log. */
const CURSORS = ['own', 'equal-times', 'unknown', 'foreign'] as const;
export type CursorKind = (typeof CURSORS)[number];

const TITLES: Readonly<Record<CursorKind, string>> = {
  own: 'The rows after a cursor, oldest first and without it',
  'equal-times': 'Rows of one instant, read one by one',
  unknown: 'A cursor that no row has',
  foreign: 'A cursor that is a row of another workspace',
};

/** One case for each kind of cursor, `cursor/<kind>`. */
export function planCursors(scene: Scene): Plan {
  const planned = CURSORS.map((kind) => ({ planned: caseOf(kind), reason: whyNot(kind, scene) }));
  return {
    cases: planned.flatMap(({ planned: each, reason }) => (reason === undefined ? [each] : [])),
    excluded: planned.flatMap(({ planned: { id }, reason }) =>
      reason === undefined ? [] : [{ id, reason }],
    ),
  };
}

/** Before that rule rows of one instant were skipped behind a cursor. */
function whyNot(kind: CursorKind, { hasPlatform, subjectName, revision }: Scene): string | undefined {
  if (!hasPlatform) return `asks a platform, and ${subjectName} is none`;
  const isDue = kind !== 'equal-times' || formOfRule('ordersTiesBySequence', revision) === 'R3';
  return isDue ? undefined : `the rule ordersTiesBySequence does not hold at ${revision}`;
}

function caseOf(kind: CursorKind): CaseIdentity {
  return {
    ...{ id: `cursor/${kind}`, suite: 'cursor', title: TITLES[kind], clause: 'C.1' },
    facets: { cursor: kind },
  };
}
