import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { renderBadge } from '../../report/ci/badge.ts';
import { readReport } from '../../report/index.ts';
import { addStepSummary, annotationLines } from '../ci-surface.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay report ci`: shows a run where the CI that we are in shows things. */
export function ciCommand(shell: Shell, finish: Finish): Command {
  return new Command('ci')
    .summary('show a run in CI: the summary of the step, and at most ten annotations')
    .description(
      'add a run to the summary of this CI step and print at most ten annotations: as commands on GitHub, else as ' +
        'path:line:col; exits 0 whatever the run says, which is for `run` and `gate` to say',
    )
    .argument('[run]', 'run directory', 'assay-report')
    .action(async (run: string) => {
      const report = await readReport(join(resolve(shell.cwd, run), 'report.json'));
      shell.out(annotationLines(report, shell.env));
      shell.err(`${await addStepSummary(report, shell.env)}\n`);
      finish(0);
    });
}

/** `assay report badge`: a picture of a line. */
export function badgeCommand(shell: Shell, finish: Finish): Command {
  return new Command('badge')
    .summary('make a badge (SVG): verdict, scope and age of the proof')
    .argument('[run]', 'run directory', 'assay-report')
    .option('--out <file>', 'write it there, and not on stdout')
    .action(async (run: string, { out }: { readonly out?: string }) => {
      const report = await readReport(join(resolve(shell.cwd, run), 'report.json'));
      const svg = renderBadge(report, new Date());
      if (out === undefined) shell.out(svg);
      else await write(resolve(shell.cwd, out), svg);
      finish(0);
    });
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
