import { resolve } from 'node:path';
import { Command } from 'commander';
import { attest } from '../../attestation/file.ts';
import { privateKeyFrom } from '../../attestation/keys.ts';
import { mergeShards } from '../../run/merge/merge.ts';
import { type ShowFlags, showReport } from '../report.ts';
import type { Finish, Shell } from '../shell.ts';

interface MergeFlags extends ShowFlags {
  readonly out: string;
  readonly signKey?: string;
}

/** `assay report merge`: makes one run of the shards of a run. */
export function mergeCommand(shell: Shell, finish: Finish): Command {
  return new Command('merge')
    .summary('make one run of the shards of a run')
    .description(
      'make one run directory of those of `assay run --shard 1/n` to `n/n`, as one machine would have left it, and exit ' +
        'as that run should; a shard that is missing, was interrupted or killed is named and leaves it inconclusive ' +
        '(exit 2); shards that are not of one run (seed, words, subject, commit, corpus, digests, split) are refused ' +
        '(exit 3), and so is one whose log or evidence was altered (exit 2)',
    )
    .argument('<run...>', 'run directory of each shard, in any order')
    .option('--out <folder>', 'run directory of the merged run', 'assay-report')
    .option('--sign-key <key>', 'sign what was found with a private key: a PEM file, or env:NAME')
    .option('--json', 'print the report as one JSON document on stdout')
    .option('--verbose', 'tell all there is, not one screen of it')
    .action(async (places: string[], flags: MergeFlags) => {
      const { out, signKey } = flags;
      const key = signKey === undefined ? undefined : await privateKeyFrom(signKey, shell.env, shell.cwd);
      const directory = resolve(shell.cwd, out);
      const report = await mergeShards({ places, cwd: shell.cwd, out: directory });
      if (key) attest(directory, report, key);
      showReport(shell, report, directory, flags);
      finish(report.exitCode);
    });
}
