import type { HistoryEntry, KeptHeading } from './entry.ts';

/** What became of the cases from one run to another, each id under one heading. */
export interface RunDifference {
  /** Failed, and did not before. */
  readonly broken: readonly string[];
  readonly fixed: readonly string[];
  readonly stillFailing: readonly string[];
  /** Failing in one of the two, although both judged the same digests. */
  readonly flaky: readonly string[];
  /** Came to no conclusion, and did before. */
  readonly unknown: readonly string[];
  /** Gone: a reason to hold. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Of those that are in both and as they were. */
  readonly unchanged: number;
}

/** Compares a run with a later one. */
export function compareRuns(before: HistoryEntry, after: HistoryEntry): RunDifference {
  const sameDigests = before.underTest.length > 0 && before.underTest.join() === after.underTest.join();
  const moves = Object.entries(after.cases).map(([id, now]) => ({
    id,
    move: moveOf(before.cases[id], now, sameDigests),
  }));
  const idsOf = (move: Move) => moves.filter((each) => each.move === move).map(({ id }) => id);
  return {
    broken: idsOf('broken'),
    fixed: idsOf('fixed'),
    stillFailing: idsOf('stillFailing'),
    flaky: idsOf('flaky'),
    unknown: idsOf('unknown'),
    removed: Object.keys(before.cases).filter((id) => after.cases[id] === undefined),
    added: idsOf('added'),
    unchanged: idsOf('unchanged').length,
  };
}

type Move = Exclude<keyof RunDifference, 'removed'>;

function moveOf(before: KeptHeading | undefined, now: KeptHeading, sameDigests: boolean): Move {
  const [was, is] = [isRed(before), isRed(now)];
  if (before === undefined) return is ? 'broken' : 'added';
  if (isOpen(now)) return isOpen(before) ? 'unchanged' : 'unknown';
  if (was && is) return 'stillFailing';
  if (was === is) return 'unchanged';
  if (sameDigests && !isOpen(before)) return 'flaky';
  return is ? 'broken' : 'fixed';
}

function isRed(heading: KeptHeading | undefined): boolean {
  return heading === 'failed' || heading === 'baselined';
}

function isOpen(heading: KeptHeading): boolean {
  return heading === 'inconclusive' || heading === 'errored';
}
