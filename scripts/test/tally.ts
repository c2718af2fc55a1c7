/** What a check came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** What failed, a line each. */
  readonly names: readonly string[];
  /** What could not be tried here, by name; it is counted nowhere. */
  readonly inconclusive?: readonly string[];
}

/** A check whose exit code is not 0 has failed, whatever its figures say. */
export function atLeastOneWrong(exitCode: number | undefined, tally: Tally): Tally {
  return exitCode === 0 ? tally : { ...tally, failed: Math.max(1, tally.failed) };
}

/** What a check came to that broke off; it is said at once, too. */
export function asFailed(error: unknown): Tally {
  const words = error instanceof Error ? error.message : String(error);
  process.stdout.write(`${words}\n`);
  return { passed: 0, failed: 1, names: [words.split('\n')[0] ?? ''] };
}

/** Two parts of one check. */
export function added(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    names: [...one.names, ...other.names],
  };
}

/**
 * The last lines of all: what could not be tried, what failed in which check, with a line each that tries it again, and
 * at the very end how many passed and failed.
 */
export function closingLines(checks: readonly string[], tallies: readonly Tally[]): readonly string[] {
  const lines = tallies.flatMap(({ failed, names, inconclusive = [] }, index) => [
    ...inconclusive.map((name) => `inconclusive, not counted: ${name}`),
    ...(failed > 0 ? [`failed in ${checks[index]}:`, ...shown(names)] : []),
  ]);
  return [...lines, inWords(sum(tallies))];
}

/** Where nothing passed, nothing is known. */
export function exitCodeOf(tallies: readonly Tally[]): 0 | 1 {
  const { failed, passed } = sum(tallies);
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** The figures of a tally. */
export function inWords({ passed, failed }: Pick<Tally, 'passed' | 'failed'>): string {
  return `${passed} passed, ${failed} failed`;
}

const SHOWN = 20;

function shown(names: readonly string[]): readonly string[] {
  const more = names.length > SHOWN ? [`  and ${names.length - SHOWN} more`] : [];
  return [...names.slice(0, SHOWN).map((name) => `  ${name}`), ...more];
}

function sum(tallies: readonly Tally[]): Pick<Tally, 'passed' | 'failed'> {
  return tallies.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  );
}
