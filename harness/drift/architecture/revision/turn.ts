import type { Revision } from '../../../corpus/entry.ts';
import { type Form, findRule, formAt, REVISION_DAYS } from '../../../corpus/revisions.ts';

/**
 * When something began or ended: a day, a rule of the contract, which has its day, or `R3` for what is so at R3, was not
 * at R1, and changed on a day between them that nobody knows.
 */
export type Turn = string;

/** What is wrong with a turn as it is written; nothing when it can be read. */
export function turnFault(turn: Turn): string | undefined {
  if (turn === 'R3' || findRule(turn)) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(turn) || Number.isNaN(Date.parse(turn))) {
    return `‘${turn}’ is no day, no rule of the contract and not R3`;
  }
  const isBetween = REVISION_DAYS.R1 <= turn && turn <= REVISION_DAYS.R3;
  return isBetween ? undefined : `‘${turn}’ lies outside of ${REVISION_DAYS.R1} to ${REVISION_DAYS.R3}`;
}

/** Whether a revision lies before a turn (`R1`) or after it (`R3`), as far as anybody knows. */
export function sideOf(turn: Turn, revision: Revision): Form {
  return formAt({ day: dayOf(turn) }, revision);
}

/** How a turn reads in a message: its day, or what is known of it. */
export function turnText(turn: Turn): string {
  return dayOf(turn) ?? `an unknown day between R1 (${REVISION_DAYS.R1}) and R3 (${REVISION_DAYS.R3})`;
}

function dayOf(turn: Turn): string | null {
  return findRule(turn)?.day ?? (turn === 'R3' || findRule(turn) ? null : turn);
}
