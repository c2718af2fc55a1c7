import { resolve } from 'node:path';
import { Command } from 'commander';
import { type CorpusProblem, checkCorpus, loadCorpus } from '../../corpus/index.ts';
import { EXIT } from '../../support/errors.ts';
import { inProject } from '../../support/paths.ts';
import type { Finish, Shell } from '../shell.ts';

interface Flags {
  readonly against?: string;
  readonly json?: boolean;
}

/** `assay corpus check`: lints the corpus, and with `--against` finds valid entries that went without a tombstone. */
export function corpusCommand(shell: Shell, finish: Finish): Command {
  const check = new Command('check')
    .description('lint the corpus: format, provenance, privacy, coverage, pins, removals')
    .argument('[folder]', 'corpus folder (default: the one that ships)')
    .option('--against <ref>', 'git ref that no valid entry may have vanished since without a tombstone')
    .option('--json', 'print one JSON document')
    .action(async (folder: string | undefined, { against, json }: Flags) => {
      const place = folder === undefined ? inProject('corpus') : resolve(shell.cwd, folder);
      const corpus = await loadCorpus(place);
      const problems = await checkCorpus(corpus, against === undefined ? {} : { against });
      if (json) shell.out(`${JSON.stringify({ entries: corpus.entries.length, problems }, null, 2)}\n`);
      else shell.out(render(corpus.entries.length, problems));
      finish(problems.length > 0 ? EXIT.failed : EXIT.ok);
    });
  return new Command('corpus').description('look after the corpus').addCommand(check);
}

function render(entries: number, problems: readonly CorpusProblem[]): string {
  const lines = problems.map(
    ({ file, rule, message, fix }) => `${file}: ${message} [${rule}]\n  Fix: ${fix}`,
  );
  return `${[...lines, `${entries} entries, ${problems.length} problems`].join('\n')}\n`;
}
