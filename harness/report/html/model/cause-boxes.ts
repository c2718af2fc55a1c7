import type { Cause } from '../../causes.ts';
import { clip } from '../../printable.ts';
import type { CaseReport } from '../../report.ts';
import type { Recording } from '../evidence/recording.ts';
import type { CauseBox } from '../page/page.ts';
import { caseDetail } from './case-detail.ts';
import { pageHeading } from './headings.ts';

/** Causes that the first view tells in full; of so many others it has a line, and the rest is counted. */
export const TOLD_CAUSES = 12;
const LISTED_CAUSES = 300;
const NAMED_CASES = 24;
const MAX_LINE_CHARS = 240;

/** What broke, a box for each cause. */
export function causeBoxes(
  causes: readonly Cause[],
  recordings: ReadonlyMap<string, Recording>,
): readonly CauseBox[] {
  return causes.slice(0, LISTED_CAUSES).map(({ first, more }, index) => {
    const all = [first, ...more];
    return {
      heading: pageHeading(first),
      clause: first.findings[0]?.clause ?? first.clause,
      what: clip(
        more.length === 0 ? `${first.title}: ${whatBroke(first)}` : whatBroke(first),
        MAX_LINE_CHARS,
      ),
      count: all.length,
      cases: all.slice(0, NAMED_CASES).map(({ id }) => id),
      runtimes: [...new Set(all.flatMap(({ facets }) => facets.runtime ?? []))],
      ...(index < TOLD_CAUSES && { first: caseDetail(first, recordings.get(first.id)) }),
    };
  });
}

function whatBroke({ findings, outcome, expectedOutcome, reason, title }: CaseReport): string {
  const instead = outcome !== undefined && outcome !== expectedOutcome ? `${outcome}: ` : '';
  const [line = ''] = (findings[0]?.actual ?? reason ?? title).split('\n');
  return line.startsWith(instead) ? line : `${instead}${line}`;
}
