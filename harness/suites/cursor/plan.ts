import type { CaseIdentity } from '../../support/case.ts';
import type { Plan, Scene } from '../plan.ts';

/** Which row the cursor is: one of the log, one among others of its instant, none at all, or one of another log. */
export const CURSORS = ['own', 'equal-times', 'unknown', 'foreign'] as const;
export type CursorKind = (typeof CURSORS)[number];

const TITLES: Readonly<Record<CursorKind, string>> = {
  own: 'The rows after a cursor, oldest first and without it',
  'equal-times': 'Rows of one instant, read one by one',
  unknown: 'A cursor that no row has',
  foreign: 'A cursor that is a row of another workspace',
};

/** One case for each kind of cursor, `cursor/<kind>`. */
export function planCursors({ hasPlatform, subjectName }: Scene): Plan {
  const cases = CURSORS.map(caseOf);
  if (hasPlatform) return { cases, excluded: [] };
  const reason = `asks a platform, and ${subjectName} is none`;
  return { cases: [], excluded: cases.map(({ id }) => ({ id, reason })) };
}

function caseOf(kind: CursorKind): CaseIdentity {
  return {
    ...{ id: `cursor/${kind}`, suite: 'cursor', title: TITLES[kind], clause: 'C.1' },
    facets: { cursor: kind },
  };
}
