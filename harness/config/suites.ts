import { UsageError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';

/** The gated suites, in the order in which a whole run executes them. */
export const SUITES = ['corpus'] as const;
export type SuiteName = (typeof SUITES)[number];

/** Checks suite names as typed; none means all of them. Throws `UsageError` with the nearest name. */
export function selectSuites(names: readonly string[]): readonly SuiteName[] {
  if (names.length === 0) return SUITES;
  const unknown = names.find((name) => !isSuite(name));
  if (unknown === undefined) return SUITES.filter((suite) => names.includes(suite));
  throw new UsageError({
    code: 'UNKNOWN_SUITE',
    message: `There is no suite "${unknown}".`,
    fix: didYouMean(unknown, SUITES),
  });
}

function isSuite(name: string): name is SuiteName {
  return (SUITES as readonly string[]).includes(name);
}
