import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { EVENTS_FILE, rebuildReport } from '../../report/past-run.ts';
import { lockDirectory } from '../../run/lock.ts';
import { otherOwnerOf } from '../../run/owner.ts';
import { UsageError } from '../../support/errors.ts';
import { type ShowFlags, showReport } from '../report.ts';
import type { Finish, Shell } from '../shell.ts';
import { badgeCommand, ciCommand } from './report-ci.ts';
import { mergeCommand } from './report-merge.ts';
import { openCommand } from './report-open.ts';

/** `assay report`: what can be done with the directory of a run that is over. */
export function reportCommand(shell: Shell, finish: Finish): Command {
  return new Command('report')
    .description('look after the reports of earlier runs')
    .addCommand(openCommand(shell, finish))
    .addCommand(rebuildCommand(shell, finish))
    .addCommand(mergeCommand(shell, finish))
    .addCommand(ciCommand(shell, finish))
    .addCommand(badgeCommand(shell, finish));
}

function rebuildCommand(shell: Shell, finish: Finish): Command {
  return new Command('rebuild')
    .summary('make all reports of a run again, from its events alone')
    .description(
      'make all reports of a run again, from its events alone; exits as that run did or should have',
    )
    .argument('<run>', 'run directory, also of a run that was killed')
    .option('--json', 'print the report as one JSON document on stdout')
    .option('--verbose', 'tell all there is, not one screen of it')
    .action(async (run: string, flags: ShowFlags) => {
      const directory = resolve(shell.cwd, run);
      await mustHaveEvents(directory);
      await mustBeOfThisUser(directory);
      await using _held = await lockDirectory(directory);
      const report = await rebuildReport(directory);
      showReport(shell, report, directory, flags);
      finish(report.exitCode);
    });
}

async function mustHaveEvents(directory: string): Promise<void> {
  if (await stat(join(directory, EVENTS_FILE)).catch(() => undefined)) return;
  throw new UsageError({
    code: 'NO_RUN_THERE',
    message: `${directory} is no run directory: it holds no ${EVENTS_FILE}.`,
    fix: 'Name the folder that a run was given with --out (assay-report by default).',
  });
}

/** Its events may say anything, and whoever owns the folder could lead what is written there elsewhere. */
async function mustBeOfThisUser(directory: string): Promise<void> {
  const owner = await otherOwnerOf(join(directory, EVENTS_FILE));
  if (owner === undefined) return;
  throw new UsageError({
    code: 'OUT_NOT_OURS',
    message: `${directory} is the run directory of another user (${owner}); nothing in it was touched.`,
    fix: 'Copy it to a folder of your own, and make the reports there.',
  });
}
