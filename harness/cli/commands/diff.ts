import { resolve } from 'node:path';
import { Command } from 'commander';
import { readRun } from '../../gate/evidence/read-run.ts';
import { compareRuns, type RunDifference } from '../../history/compare.ts';
import { entryOf } from '../../history/entry.ts';
import { printable, printableJson } from '../../report/printable.ts';
import { EXIT, type ExitCode } from '../../support/errors.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay diff`: what became of each case from one run to another; exit 1 where something got worse or is gone. */
export function diffCommand(shell: Shell, finish: Finish): Command {
  return new Command('diff')
    .description(
      'compare two runs, case by case; exit 1 where one broke, is gone or flaky, 2 where one is unknown',
    )
    .argument('<before>', 'run directory or report, such as that of the merge base')
    .argument('<after>', 'run directory or report')
    .option('--json', 'print one JSON document on stdout')
    .action(async (before: string, after: string, { json }: { readonly json?: boolean }) => {
      const [old, now] = await Promise.all([entryAt(shell, before), entryAt(shell, after)]);
      const difference = compareRuns(old, now);
      const told = { before: old.runId, after: now.runId, ...difference };
      shell.out(json ? `${printableJson({ formatVersion: 1, ...told })}\n` : printable(render(told)));
      finish(exitCodeOf(difference));
    });
}

async function entryAt(shell: Shell, place: string) {
  return entryOf((await readRun(resolve(shell.cwd, place), place, [])).report);
}

const TITLES = {
  removed: 'removed, which is a reason to hold',
  broken: 'new failures',
  flaky: 'flaky: other results on the same digests',
  unknown: 'unknown now',
  stillFailing: 'still failing',
  fixed: 'fixed',
  added: 'added',
} as const;

function render(told: RunDifference & { readonly before: string; readonly after: string }): string {
  const names = Object.keys(TITLES) as (keyof typeof TITLES)[];
  const found = names.filter((name) => told[name].length > 0);
  const counts = found.map(
    (name) => `${told[name].length} ${name === 'stillFailing' ? 'still failing' : name}`,
  );
  const lines = found.flatMap((name) => [`${TITLES[name]}:`, ...told[name].map((id) => `  ${id}`)]);
  return `${[`${told.before} -> ${told.after}: ${[...counts, `${told.unchanged} unchanged`].join(', ')}`, ...lines].join('\n')}\n`;
}

function exitCodeOf({ removed, broken, flaky, unknown }: RunDifference): ExitCode {
  if (removed.length + broken.length + flaky.length > 0) return EXIT.failed;
  return unknown.length > 0 ? EXIT.unjudged : EXIT.ok;
}
