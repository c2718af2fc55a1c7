import { resolveRunOptions } from '../../config/run-options.ts';
import { JUDGING_FOLDERS } from '../../prove/source-digest.ts';
import { discover } from '../../run/discover.ts';
import { EXIT, type ExitCode } from '../../support/errors.ts';
import { inProject } from '../../support/paths.ts';
import { interruptible } from '../interrupt.ts';
import { createJob } from '../job.ts';
import { asWords, type RunCommandFlags } from '../run-flags.ts';
import type { Shell } from '../shell.ts';
import { worldFor } from './kept-world.ts';
import { performRerun } from './perform-rerun.ts';
import { refuseToWatch } from './refuse.ts';
import { rerunsOf } from './reruns.ts';
import { selectionOf } from './selection.ts';
import { openWishes } from './wishes.ts';

/** Folders of the project whose files decide what a case comes to. */
const FOLDERS = JUDGING_FOLDERS.map(inProject);

/**
 * `assay run --watch`: keeps one world, runs the selection in it, and then whatever a change of a file touches, each time
 * in a fresh process, for code that is loaded stays what it was. Answers the exit code of the last run.
 */
export async function watch(
  shell: Shell,
  suites: readonly string[],
  flags: RunCommandFlags,
): Promise<ExitCode> {
  const options = await resolveRunOptions(suites, flags, shell.env, shell.cwd);
  refuseToWatch(flags, options);
  return interruptible(shell, async (signal) => {
    const words = ['run', ...suites];
    const job = await createJob(shell, options, signal);
    const plan = await discover(job);
    const paths = { folders: FOLDERS, files: [job.subject.file] };
    using wishes = openWishes({ paths, input: process.stdin, signal });
    const newJob = () => createJob(shell, options, wishes.leaving);
    await using world = worldFor(plan, options, newJob, shell);
    const watched = { subjectFile: job.subject.file, isPlanted: options.mutant !== undefined };
    const place = { shell, world, leaving: wishes.leaving, selection: selectionOf(plan, options) };
    let code: ExitCode = EXIT.interrupted;
    for await (const rerun of rerunsOf(wishes, watched, shell)) {
      code = (await performRerun(rerun, [...words, ...asWords(flags, options)], place)) ?? code;
    }
    return signal.aborted ? EXIT.interrupted : code;
  });
}
