import { AssayError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';
import { bakeOf } from './bake.ts';
import type { HistoryEntry } from './entry.ts';
import type { History } from './store.ts';
import { caseTrend, suiteTrends } from './trend.ts';

/** The runs of a history, a line each. */
export function listLines({ runs, promotions }: History): readonly string[] {
  mustHaveRuns(runs);
  const promoted = new Set(promotions.map(({ runId }) => runId));
  return runs.map(
    (run) =>
      `${run.endedAt}  ${run.runId}  ${run.verdict}${run.whole ? '' : ' (narrowed)'}${promoted.has(run.runId) ? ', promoted' : ''}  ${nameOf(run)}`,
  );
}

/** How each suite went over the runs, or how one case did. Throws `AssayError` for a case that no run knows. */
export function trendLines({ runs }: History, id?: string): readonly string[] {
  mustHaveRuns(runs);
  if (id === undefined) {
    return suiteTrends(runs).map(
      ({ suite, passed, flaky, lastRed }) =>
        `${suite}: passed ${passed.join(' ')} cases; ${flaky} flaky; last red ${lastRed ?? 'never'}`,
    );
  }
  const ids = new Set(runs.flatMap(({ cases }) => Object.keys(cases)));
  if (!ids.has(id)) throw unknownCase(id, [...ids]);
  const { headings, firstBad, flakyRate } = caseTrend(runs, id);
  return [
    ...headings.map(({ runId, endedAt, heading }) => `${endedAt}  ${runId}  ${heading}`),
    `first bad run: ${firstBad ?? 'none'}`,
    `flaky: ${Math.round(flakyRate * 100)} % of the repeats on the same digests came out otherwise`,
  ];
}

/** How long each thing that was judged has been green, newest first. */
export function bakeLines({ runs }: History): readonly string[] {
  mustHaveRuns(runs);
  const newest = new Map(runs.map((run) => [nameOf(run), run]));
  return [...newest].reverse().map(([name, run]) => {
    const { runs: green, businessDays } = bakeOf(runs, run);
    return `${name}: ${green} green runs on ${businessDays} business days since the last red`;
  });
}

function nameOf({ subject, underTest }: HistoryEntry): string {
  return [subject, ...underTest].join(' ');
}

function mustHaveRuns(runs: readonly HistoryEntry[]): void {
  if (runs.length > 0) return;
  throw new AssayError({
    code: 'HISTORY_EMPTY',
    message: 'No run is kept there, so there is nothing to look back at.',
    fix: 'Keep one: npx assay history add <folder> <run>.',
  });
}

function unknownCase(id: string, known: readonly string[]): AssayError {
  return new AssayError({
    code: 'CASE_NOT_IN_HISTORY',
    message: `No run that is kept there has a case ${id}.`,
    fix: didYouMean(id, known),
  });
}
