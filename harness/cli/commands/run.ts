import { Command, Option } from 'commander';
import { attest } from '../../attestation/file.ts';
import { privateKeyFrom } from '../../attestation/keys.ts';
import { resolveRunOptions } from '../../config/run-options.ts';
import { discover, mustHaveCases } from '../../run/discover.ts';
import { run } from '../../run.ts';
import { SUITE_NAMES } from '../../suites/index.ts';
import { EXIT } from '../../support/errors.ts';
import { interruptible } from '../interrupt.ts';
import { createJob } from '../job.ts';
import { showReport } from '../report.ts';
import type { RunCommandFlags } from '../run-flags.ts';
import type { Finish, Shell } from '../shell.ts';
import { renderTimings } from '../timings.ts';
import { openView, READING } from '../view.ts';

/** `assay run`: replays suites against a subject and says what held; the report lies in the run directory. */
export function runCommand(shell: Shell, finish: Finish): Command {
  return withRunOptions(new Command('run'))
    .description('run suites against a subject and report what held')
    .option('--list', 'list the cases that would run, and run nothing')
    .option('--json', 'print the report as one JSON document on stdout')
    .option('--verbose', 'tell all there is on stdout, not one screen of it')
    .option('--timings', 'say on stderr where the time went')
    .option('--sign-key <key>', 'sign what was found with a private key: a PEM file, or env:NAME')
    .option('--watch', 'keep the world, and run again what a change of a file touches')
    .action(async (suites: string[], flags: RunCommandFlags) => {
      if (flags.watch) return finish(await (await import('../watch/watch.ts')).watch(shell, suites, flags));
      const key = await signingKey(shell, flags);
      const options = await resolveRunOptions(suites, flags, shell.env, shell.cwd);
      await interruptible(shell, async (signal) => {
        using view = openView(shell, READING);
        const job = await createJob(shell, options, signal, view);
        if (flags.list) return finish(await list(shell, job, flags.json ?? false));
        const report = await run(job);
        view.end();
        showReport(shell, report, options.out, flags);
        if (key) attest(options.out, report, key);
        if (flags.timings) shell.err(renderTimings(report));
        finish(signal.aborted ? EXIT.interrupted : report.exitCode);
      });
    });
}

/** Read before anything runs, so that a key that cannot be used costs nothing. */
async function signingKey(shell: Shell, { signKey }: RunCommandFlags) {
  return signKey === undefined ? undefined : await privateKeyFrom(signKey, shell.env, shell.cwd);
}

/** The options that choose what runs and whom it judges. */
function withRunOptions(command: Command): Command {
  return command
    .argument('[suite...]', `suites to run (${SUITE_NAMES.join(', ')}); all of them by default`)
    .option('-g, --grep <pattern>', 'only cases whose id or title matches this regular expression')
    .option('--subject <file>', 'subject file; the reference platform by default')
    .option(
      '--revision <revision>',
      'contract revision: R1, R3 or a day between them; the subject names its own',
    )
    .option('--mutant <id>', 'plant a known regression first')
    .addOption(new Option('--mode <mode>', 'engine of the world').choices(['process', 'compose']))
    .option('--world <id>', 'reuse a world that `assay up` left running')
    .option('--seed <n>', 'seed of the run; random by default and always printed')
    .option('--out <folder>', 'run directory (default: assay-report)')
    .option('--last-failed', 'only cases that were not green in the run directory’s last report')
    .addOption(
      new Option(
        '--within <pattern>',
        'of those, only cases whose id matches: --watch narrows its reruns so',
      ).hideHelp(),
    )
    .option('--shard <i/n>', 'one of n equal parts of the run')
    .option('--bail [n]', 'begin no further case once n cases did not pass (default: 1)')
    .option('--workers <n>', 'how much to do at a time (default: 2)');
}

async function list(shell: Shell, job: Awaited<ReturnType<typeof createJob>>, json: boolean) {
  const { cases, excluded } = await discover(job);
  if (json) shell.out(`${JSON.stringify({ cases, excluded }, null, 2)}\n`);
  else {
    for (const { id, title } of cases) shell.out(`${id}  ${title}\n`);
    for (const { id, reason } of excluded) shell.out(`${id}  not applicable: ${reason}\n`);
    shell.out(`${cases.length} cases, ${excluded.length} not applicable\n`);
  }
  mustHaveCases({ cases, excluded });
  return EXIT.ok;
}
