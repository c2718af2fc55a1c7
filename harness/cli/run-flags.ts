import type { RunFlags, RunOptions } from '../config/run-options.ts';

/** The options of `assay run` as typed. */
export interface RunCommandFlags extends RunFlags {
  readonly list?: boolean;
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly timings?: boolean;
  readonly watch?: boolean;
  readonly signKey?: string;
}

const HANDED_ON = ['grep', 'subject', 'revision', 'mutant', 'mode', 'out', 'workers'] as const;

/** The same as words of a command line for a run of its own: what decides its verdicts, and how they are told. */
export function asWords(flags: RunCommandFlags, { seed }: RunOptions): readonly string[] {
  const valued = HANDED_ON.flatMap((name) => (flags[name] === undefined ? [] : [`--${name}=${flags[name]}`]));
  return [
    ...valued,
    `--seed=${seed}`,
    ...(flags.timings ? ['--timings'] : []),
    ...(flags.verbose ? ['--verbose'] : []),
  ];
}
