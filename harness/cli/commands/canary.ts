import { Command, Option } from 'commander';
import { SESSION_STYLES } from '../../config/runtime-terms.ts';
import type { Subject } from '../../config/subject.ts';
import { run } from '../../run.ts';
import { EXIT } from '../../support/errors.ts';
import { type CanaryFlags, createCanaryJob } from '../canary-job.ts';
import { withDeadline } from '../deadline.ts';
import { interruptible } from '../interrupt.ts';
import { showReport } from '../report.ts';
import type { Finish, Shell } from '../shell.ts';
import { openView } from '../view.ts';
import { importCommand } from './canary-import.ts';

/** `assay canary`: holds the continuity conversations with an agent runtime, ours when none is named. */
export function canaryCommand(shell: Shell, finish: Finish): Command {
  const command = withOptions(new Command('canary')).action(async (flags: CanaryFlags) => {
    await interruptible(shell, async (signal) => {
      using view = openView(shell, 'reading canaries');
      const job = await createCanaryJob(shell, flags, withDeadline(signal, flags.deadline), view);
      const report = await run(job);
      view.end();
      showReport(shell, report, job.options.out, flags);
      tellKept(shell, job.subject);
      finish(signal.aborted ? EXIT.interrupted : report.exitCode);
    });
  });
  return command.addCommand(importCommand(shell, finish));
}

function withOptions(command: Command): Command {
  return command
    .description('hold conversations with an agent runtime: does it know what was said, and nothing else')
    .option(
      '--command <line>',
      'start the runtime by this shell line; PORT and {{port}} say where it is to listen',
    )
    .option('--image <ref>', 'start the runtime from an image, which is pulled where the engine has none')
    .option('--url <url>', 'a runtime that runs already')
    .option(
      '--port <n>',
      'the port that it listens on, if it cannot be told; in a container what its image exposes, or 8000',
    )
    .option(
      '--env <name[=value]>',
      'for the environment of what is started; without a value, ours',
      collect,
      [],
    )
    .option('--publish <port>', 'with --image: port of this machine that leads to it; a free one by default')
    .option('--name <name>', 'with --image: how its container is called')
    .option('--keep', 'with --image: leave its container running')
    .option('--endpoint <path>', 'where it takes messages; looked for by default')
    .option('--card <path>', 'where its card is; looked for by default')
    .option('--header <line>', 'sent with each request, as "Name: value"', collect, [])
    .addOption(
      new Option(
        '--session <style>',
        'how a conversation goes on: by our contextId, by the one it issues, by the history',
      )
        .choices(SESSION_STYLES)
        .default('context'),
    )
    .addOption(
      new Option('--scope <scope>', 'what has one session: each context, or on purpose the whole workspace')
        .choices(['context', 'workspace'])
        .default('context'),
    )
    .option(
      '--claims <list>',
      'what it is able to, by commas; by default files, memory, and what its card says',
    )
    .option('--ready-within <seconds>', 'for how long it is asked until it takes the first message', '30')
    .option('--deadline <seconds>', 'give the run up once it takes longer: exit 2')
    .option('--canaries <folder>', 'folder of canaries (*.yaml); those of Assay by default')
    .option(
      '--trials <n>',
      'hold each canary so often; one that passes only sometimes is flaky, and failed',
      '1',
    )
    .option('-g, --grep <pattern>', 'only canaries whose id or title matches this regular expression')
    .option('--mutant <id>', 'without a target: plant a known regression into our own runtime first')
    .option('--seed <n>', 'seed of the run; random by default and always printed')
    .option('--out <folder>', 'run directory (default: assay-report)')
    .option('--workers <n>', 'how much to do at a time (default: 2)')
    .option('--json', 'print the report as one JSON document on stdout')
    .option('--verbose', 'tell all there is on stdout, not one screen of it');
}

function tellKept(shell: Shell, subject: Subject): void {
  if (subject.kind !== 'runtime' || subject.place.kind !== 'image' || !subject.place.isKept) return;
  const { container } = subject.place;
  shell.err(
    `Kept: \`docker port ${container}\` says where it is, \`docker rm -f ${container}\` removes it.\n`,
  );
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
