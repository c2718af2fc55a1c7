import type { Patience } from '../report/patience.ts';
import { bailBy, type PatienceTerms, patienceBy } from '../report/patience-terms.ts';
import type { RunJob } from './job.ts';

type Asked = Pick<RunJob, 'options' | 'baseline' | 'probe'>;

/** When this run ends early. */
export function termsOf({ options: { bail }, baseline, probe }: Asked): PatienceTerms {
  return {
    ...(bail !== undefined && { bail }),
    ...(baseline && { baseline }),
    ...(probe === false && { probe }),
  };
}

/** When the cases of one suite are given up; `bail` is that of the whole run. */
export function patienceWith(bail: Patience, job: Asked): Patience {
  return patienceBy(bail, termsOf(job));
}

/** Counts what did not pass over the whole run, by its events; without `--bail` there may be any number. */
export function bailOf(job: Asked, eventsFile: string): Patience {
  return bailBy(termsOf(job), eventsFile);
}
