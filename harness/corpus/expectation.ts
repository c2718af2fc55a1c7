import type { Entry, Expectation, Revision, RuntimeId, Step, Variant } from './entry.ts';

/** What a step must come to on one runtime under one revision: the first variant that matches, else `expect`. */
export function expectationFor(step: Step, runtime: RuntimeId, revision: Revision): Expectation {
  return step.variants.find((variant) => matches(variant, runtime, revision))?.expect ?? step.expect;
}

/** Every expectation that a step can have, whatever the runtime. */
export function expectationsOf(step: Step): readonly Expectation[] {
  return [step.expect, ...step.variants.map((variant) => variant.expect)];
}

/** The id of an entry's case at one runtime. */
export function caseId(entry: Entry, runtime: RuntimeId): string {
  return `corpus/${entry.id}@${runtime}`;
}

/** The ids of an entry's cases, one for each of its runtimes, such as `corpus/v03-text@strict`. */
export function caseIds(entry: Entry): readonly string[] {
  return entry.runtimes.map((runtime) => caseId(entry, runtime));
}

function matches({ when }: Variant, runtime: RuntimeId, revision: Revision): boolean {
  return (when.runtimes?.includes(runtime) ?? true) && (when.revisions?.includes(revision) ?? true);
}
