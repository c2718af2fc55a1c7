import { resolve } from 'node:path';
import { Command } from 'commander';
import { readRun } from '../../gate/evidence/read-run.ts';
import { entryOf } from '../../history/entry.ts';
import { addRun, readHistory } from '../../history/store.ts';
import { bakeLines, listLines, trendLines } from '../../history/words.ts';
import { printable } from '../../report/printable.ts';
import { EXIT, HarnessError } from '../../support/errors.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay history`: what a folder keeps of earlier runs, for trends, bake counts and the gate. */
export function historyCommand(shell: Shell, finish: Finish): Command {
  const say = (lines: readonly string[]) => {
    shell.out(printable(`${lines.join('\n')}\n`));
    finish(EXIT.ok);
  };
  const read = (folder: string) => readHistory(resolve(shell.cwd, folder));
  return new Command('history')
    .description('keep what runs came to in a folder, which a cache or bucket may sync, and look back')
    .addCommand(
      new Command('add')
        .summary('keep runs')
        .description('keep runs: exits 2 where a log is not what its run has left')
        .argument('<folder>', 'where the history lies')
        .argument('<run...>', 'run directories')
        .action(async (folder: string, runs: string[]) => say(await add(shell, folder, runs))),
    )
    .addCommand(
      new Command('list')
        .description('list the runs that are kept, oldest first')
        .argument('<folder>', 'where the history lies')
        .action(async (folder: string) => say(listLines(await read(folder)))),
    )
    .addCommand(
      new Command('show')
        .description('tell the trend of each suite, or how one case stood: flaky rate, first bad run')
        .argument('<folder>', 'where the history lies')
        .argument('[case]', 'id of a case')
        .action(async (folder: string, id?: string) => say(trendLines(await read(folder), id))),
    )
    .addCommand(
      new Command('bake')
        .description('count green whole runs since the last red, and on how many business days, by digest')
        .argument('<folder>', 'where the history lies')
        .action(async (folder: string) => say(bakeLines(await read(folder)))),
    );
}

async function add(shell: Shell, folder: string, places: readonly string[]): Promise<readonly string[]> {
  const runs = await Promise.all(places.map((place) => readRun(resolve(shell.cwd, place), place, [])));
  for (const { place, log } of runs) if (log.state !== 'read' || log.seal !== 'sound') throw unsealed(place);
  const lines: string[] = [];
  for (const { report } of runs) {
    const isNew = await addRun(resolve(shell.cwd, folder), entryOf(report));
    lines.push(`${report.runId}: ${report.verdict}${isNew ? '' : ', kept before'}`);
  }
  return lines;
}

function unsealed(place: string): HarnessError {
  return new HarnessError({
    code: 'RUN_NOT_SEALED',
    message: `${place} holds no log as a run leaves it, so it is not kept: history decides about promotions.`,
    fix: 'Give the whole run directory of a run that has ended.',
  });
}
