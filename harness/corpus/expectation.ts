import type {
  Entry,
  Expectation,
  NamedRevision,
  Policy,
  Revision,
  RuntimeId,
  Step,
  Variant,
} from './entry.ts';
import { type Form, formAt, formOfRule, REVISION_DAYS } from './revisions.ts';

/**
 * What a step must come to on one runtime under one revision: the first variant that matches, else `expect`. Between
 * the two revisions the day of its rule chooses which of them counts; where nobody knows that day, nothing is demanded.
 */
export function expectationFor(step: Step, runtime: RuntimeId, revision: Revision): Expectation {
  const form = formOf(step.rule, revision);
  return form === 'unknown'
    ? undecided(expectationIn(step, runtime, 'R1'))
    : expectationIn(step, runtime, form);
}

/** Whether an entry says anything about a subject that follows `revision`. */
export function appliesIn({ revisions, rule }: Entry, revision: Revision): boolean {
  const form = formOf(rule, revision);
  return form === 'unknown' || revisions.includes(form);
}

/** Every expectation that a step can have, whatever the runtime. */
export function expectationsOf(step: Step): readonly Expectation[] {
  return [step.expect, ...step.variants.map((variant) => variant.expect)];
}

/** Whether a message is to come when its agent has come back, by itself: as it must, or as it does today. */
export function comesLater(expectation: Expectation): boolean {
  if (expectation.outcome === 'policy') return expectation.comesLater === true;
  return expectation.outcome === 'delivered-later' && !expectation.repeats;
}

/** Without a rule both forms are one and the same. */
function formOf(rule: string | undefined, revision: Revision): Form {
  return rule === undefined ? formAt({ day: REVISION_DAYS.R1 }, revision) : formOfRule(rule, revision);
}

function expectationIn(step: Step, runtime: RuntimeId, revision: NamedRevision): Expectation {
  return step.variants.find((variant) => matches(variant, runtime, revision))?.expect ?? step.expect;
}

/** The older form, recorded and not judged: a build of that day may as well have the later one. */
function undecided(older: Expectation): Policy {
  const note = 'the rule changed between R1 and R3 on a day that nobody knows; recorded is the older form';
  switch (older.outcome) {
    case 'delivered':
      return older.unanswered
        ? { outcome: 'policy', today: 'rejected-loud', status: older.unanswered.status, note }
        : { outcome: 'policy', today: 'delivered', status: 200, note };
    case 'delivered-later':
      return {
        ...{ outcome: 'policy', today: 'delivered', status: older.status, note },
        ...(!older.repeats && { comesLater: true }),
      };
    case 'rejected':
      return { outcome: 'policy', today: 'rejected-loud', status: older.status, note };
    case 'policy':
      return older;
    default:
      return older satisfies never;
  }
}

function matches({ when }: Variant, runtime: RuntimeId, revision: NamedRevision): boolean {
  return (when.runtimes?.includes(runtime) ?? true) && (when.revisions?.includes(revision) ?? true);
}
