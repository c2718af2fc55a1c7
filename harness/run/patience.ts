import type { Baseline } from '../report/baseline.ts';
import { casesOf } from '../report/load-baseline.ts';
import { allOf, createBail, createPatience, type Patience } from '../report/patience.ts';
import type { RunJob } from './job.ts';

/** When the cases of one suite are given up; `bail` is that of the whole run. A subject that is known to be broken is asked everything. */
export function patienceWith(bail: Patience, { probe }: Pick<RunJob, 'probe'>): Patience {
  return probe === false ? bail : allOf([bail, createPatience()]);
}

/** Counts what did not pass, over all suites; without `--bail` there may be any number. */
export function bailOf({ options, baseline }: Pick<RunJob, 'options' | 'baseline'>): Patience {
  return createBail(options.bail ?? Number.POSITIVE_INFINITY, expectedBy(baseline));
}

/** Ids of the cases that the baseline lists. */
export function expectedBy(baseline: Baseline | undefined): ReadonlySet<string> {
  return new Set(baseline?.entries.flatMap(casesOf));
}
