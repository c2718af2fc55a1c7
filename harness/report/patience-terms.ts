import { suiteOf } from '../support/case.ts';
import { expectedIn } from './apply-baseline.ts';
import type { Baseline } from './baseline.ts';
import { tailOf } from './event-tail.ts';
import { allOf, byEvents, createBail, createPatience, type IsExpected, type Patience } from './patience.ts';

/** When a run ends early; plain data, for a runner in a process of its own is told too. */
export interface PatienceTerms {
  /** How many cases may not pass, but for those that are known not to; any number when absent. */
  readonly bail?: number;
  /** The known failures of the subject. */
  readonly baseline?: Baseline;
  /** `false`: the subject is known to be broken, and is asked everything. */
  readonly probe?: false;
}

/** Counts what did not pass over the whole run, by its events, which every runner of it appends to `eventsFile`. */
export function bailBy(terms: PatienceTerms, eventsFile: string): Patience {
  if (terms.bail === undefined) return NEVER;
  return byEvents(createBail(terms.bail, isExpectedBy(terms)), tailOf(eventsFile));
}

const NEVER: Patience = { note: () => undefined, givenUp: () => undefined };

/** When the cases of one suite are given up; `bail` is that of the whole run. */
export function patienceBy(bail: Patience, terms: PatienceTerms): Patience {
  return terms.probe === false ? bail : allOf([bail, createPatience(isExpectedBy(terms))]);
}

/** The same for a runner that has several suites: rows are each suite's own. */
export function patienceOfSuites(terms: PatienceTerms, eventsFile: string): Patience {
  const bail = bailBy(terms, eventsFile);
  const bySuite = new Map<string, Patience>();
  const patienceWith = (suite: string) => {
    const patience = bySuite.get(suite) ?? patienceBy(bail, terms);
    bySuite.set(suite, patience);
    return patience;
  };
  return {
    note: (event) => {
      if ('id' in event) patienceWith(suiteOf(event.id)).note(event);
    },
    givenUp: () => allOf([bail, ...bySuite.values()]).givenUp(),
  };
}

function isExpectedBy({ baseline }: PatienceTerms): IsExpected | undefined {
  return baseline && expectedIn(baseline, new Date());
}
