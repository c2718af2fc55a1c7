import { suiteOf } from '../../../support/case.ts';
import type { Cause } from '../../causes.ts';
import { clip } from '../../printable.ts';
import type { CaseReport, Report } from '../../report.ts';
import { whyNot } from '../../words.ts';
import { type CaseRow, HEADINGS } from '../page/page.ts';
import { pageHeading } from './headings.ts';

const MAX_LINE_CHARS = 240;

/** When cases began, in milliseconds from the start of the run, by id. */
export type Beginnings = ReadonlyMap<string, number>;

/** What a row says of a case beside its result. */
export interface Beside {
  readonly beginnings: Beginnings;
  /** In which block its details stand. */
  readonly blockOf: ReadonlyMap<string, number>;
  readonly causes: readonly Cause[];
}

/**
 * Every case there is, what needs attention first: those that ran or should have, those that do not apply, and those
 * that were left out.
 */
export function caseRows(report: Report, { beginnings, blockOf, causes }: Beside): readonly CaseRow[] {
  const causeOf = new Map(
    causes.flatMap(({ first, more }, index) => [first, ...more].map(({ id }) => [id, index])),
  );
  const rows = [
    ...report.cases.map((each) => ({
      ...rowOf(each),
      ...known('at', beginnings.get(each.id)),
      ...known('block', blockOf.get(each.id)),
      ...known('cause', causeOf.get(each.id)),
    })),
    ...report.notApplicable.map(({ id, reason }) => leftOut(id, 'not-applicable', reason)),
    ...report.unselected.map((id) => leftOut(id, 'unselected', 'left out of this run, which is a part')),
  ];
  return rows.toSorted((a, b) => HEADINGS.indexOf(a.heading) - HEADINGS.indexOf(b.heading));
}

function known(name: 'at' | 'block' | 'cause', value: number | undefined): Partial<CaseRow> {
  return value === undefined ? {} : { [name]: value };
}

function rowOf(result: CaseReport): CaseRow {
  const { id, suite, title, clause, facets, outcome, baseline, durationMs } = result;
  const heading = pageHeading(result);
  return {
    ...{ id, suite, title: line(title), clause, heading, ms: durationMs },
    ...(facets.runtime !== undefined && { runtime: facets.runtime }),
    ...(facets.family !== undefined && { family: facets.family }),
    ...(baseline && { owner: baseline.owner }),
    ...(outcome !== undefined && { outcome: line(outcome) }),
    ...(heading !== 'passed' && { why: line(baseline ? baseline.reason : shortWhy(result)) }),
  };
}

/** Without its clause, which the row has beside it. */
function shortWhy(result: CaseReport): string {
  const [finding] = result.findings;
  return finding ? finding.actual : (result.reason ?? whyNot(result));
}

function leftOut(id: string, heading: 'not-applicable' | 'unselected', why: string): CaseRow {
  return { id, suite: suiteOf(id), title: '', clause: '', heading, why: line(why) };
}

function line(text: string): string {
  return clip(text.split('\n')[0] ?? '', MAX_LINE_CHARS);
}
