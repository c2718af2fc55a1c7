import { groupBy } from '../support/group.ts';
import type { CaseReport, Report } from './report.ts';
import { isTrouble } from './words.ts';

/** Cases that did not pass for one cause, as far as can be told: clause, outcome and first difference are the same. */
export interface Cause {
  /** Tells the story of all. */
  readonly first: CaseReport;
  readonly more: readonly CaseReport[];
}

/** The causes of a report, failures before what could not be judged, and those with the most cases first. */
export function causesOf({ cases }: Pick<Report, 'cases'>): readonly Cause[] {
  const groups = groupBy(cases.filter(isTrouble), keyOf).values();
  const causes = [...groups].flatMap(([first, ...more]) => (first ? [{ first, more }] : []));
  return causes.toSorted((a, b) => rankOf(a) - rankOf(b) || b.more.length - a.more.length);
}

/** Number of cases in it. */
export function sizeOf({ more }: Cause): number {
  return more.length + 1;
}

const RANKS = ['failed', 'errored', 'inconclusive'];

function rankOf({ first }: Cause): number {
  return RANKS.indexOf(first.verdict);
}

/**
 * Equal for cases of one cause. What a case without an outcome would have come to tells nothing of why it has none, nor
 * does a place tell what is wrong there.
 */
export function keyOf({
  verdict,
  findings,
  reason = '',
  outcome,
  expectedOutcome,
}: Pick<CaseReport, 'verdict' | 'findings' | 'reason' | 'outcome' | 'expectedOutcome'>): string {
  const [finding] = findings;
  const difference = finding ? [finding.clause, essence(withoutPlace(finding))] : [essence(reason)];
  return JSON.stringify([verdict, outcome, outcome && expectedOutcome, ...difference]);
}

function withoutPlace({ actual, place }: CaseReport['findings'][number]): string {
  const isNamed = place !== undefined && actual.startsWith(`${place.file}:`);
  return isNamed ? actual.slice(place.file.length).replace(/^[:\d]+\s/, '') : actual;
}

/** The first line without what is a single case's own: quoted text, ids and figures. */
function essence(text: string): string {
  const [line = ''] = text.split('\n');
  return line
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')
    .replaceAll(/ASSAY-[a-z0-9]+/g, 'nonce')
    .replaceAll(/\d+/g, '#');
}
