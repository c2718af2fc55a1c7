import { UsageError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';

/** The gated suites, in the order in which a whole run executes them. */
export const SUITES = ['corpus', 'drift-enum', 'drift-architecture'] as const;
export type SuiteName = (typeof SUITES)[number];

/** Suites that read source trees: they judge no subject and need no world. */
export const STATIC_SUITES: readonly SuiteName[] = ['drift-enum', 'drift-architecture'];

/** Checks suite names as typed, and puts them in order. Throws `UsageError` with the nearest name. */
export function selectSuites(names: readonly string[]): readonly SuiteName[] {
  const unknown = names.find((name) => !isSuite(name));
  if (unknown === undefined) return SUITES.filter((suite) => names.includes(suite));
  throw new UsageError({
    code: 'UNKNOWN_SUITE',
    message: `There is no suite "${unknown}".`,
    fix: didYouMean(unknown, SUITES),
  });
}

/** What runs when no suite is named: all of them, or for a subject of the user's those that judge a subject. */
export function defaultSuites(namesSubject: boolean): readonly SuiteName[] {
  return namesSubject ? SUITES.filter((suite) => !STATIC_SUITES.includes(suite)) : SUITES;
}

function isSuite(name: string): name is SuiteName {
  return (SUITES as readonly string[]).includes(name);
}
