import { ASSAY, inQuotes, quoted } from '../support/command.ts';
import { escapePattern } from '../support/escape-pattern.ts';

/** What made a run special, as its command line would say it. */
export interface HowRun {
  readonly seed: number;
  /** Path of the subject file, as seen from where the line will be typed. */
  readonly subject?: string;
  readonly revision?: string;
  readonly mode?: string;
  readonly mutant?: string;
  /** The flags of `assay canary` that name the runtime, where a run is one of those. */
  readonly canary?: readonly string[];
}

/** One shell line that runs one case again as a run ran it. */
export function reproduceLine(
  { suite, id }: { readonly suite: string; readonly id: string },
  { seed, subject, revision, mode, mutant, canary }: HowRun,
): string {
  const pattern = `^${escapePattern(id)}$`;
  return [
    `${ASSAY} ${canary ? ['canary', ...canary].map(quoted).join(' ') : `run ${quoted(suite)}`}`,
    `-g ${inQuotes(pattern)} --seed ${seed}`,
    ...flag('--subject', subject),
    ...flag('--revision', revision),
    ...flag('--mode', mode),
    ...flag('--mutant', mutant),
  ].join(' ');
}

function flag(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`${name} ${quoted(value)}`];
}
