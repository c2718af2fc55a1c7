import { groupBy } from '../support/group.ts';
import { printable } from './printable.ts';
import type { Report } from './report.ts';

/** What could not be looked at in cases that were judged, a line for each reason with the number of its cases. */
export function unjudgedLines({ cases }: Pick<Report, 'cases'>): readonly string[] {
  const reasons = cases.flatMap(({ unjudged = [] }) => unjudged);
  return [...groupBy(reasons, (reason) => reason)].map(
    ([reason, each]) => `in ${each.length} of ${cases.length} cases, ${printable(reason)}`,
  );
}
