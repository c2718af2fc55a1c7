import { HarnessError } from '../../harness/support/errors.ts';
import { valueAt } from '../../harness/wire/document/pointer.ts';

/** What one canary came to; whatever did not pass has a reason. */
export interface Outcome {
  readonly canary: string;
  readonly verdict: string;
  readonly reason?: string;
}

/** What a runtime came to. */
export interface Tally {
  readonly runtime: string;
  readonly outcomes: readonly Outcome[];
  /** Path of the page that shows it. */
  readonly page: string;
}

/** Verdicts by which a canary was judged: that a runtime fails one is what there was to find out. */
const JUDGED: ReadonlySet<string> = new Set(['passed', 'failed', 'not-applicable']);

/** Reads what is told of each canary from a report, also of those that did not run. */
export function tallyOf(runtime: string, report: unknown, page: string): Tally {
  const cases = valueAt(report, '/cases');
  if (!Array.isArray(cases) || cases.length === 0)
    throw new HarnessError({ code: 'NOT_JUDGED', message: `The report of ${runtime} tells of no canary.` });
  const outcomes = cases.map((each: unknown) => {
    const reason = valueAt(each, '/reason');
    return {
      canary: String(valueAt(each, '/id')).replace(/^continuity\//, ''),
      verdict: String(valueAt(each, '/verdict')),
      ...(typeof reason === 'string' && { reason }),
    };
  });
  return { runtime, outcomes, page };
}

/** Whether every canary was judged. */
export function isWhole({ outcomes }: Tally): boolean {
  return outcomes.every(({ verdict }) => JUDGED.has(verdict));
}
