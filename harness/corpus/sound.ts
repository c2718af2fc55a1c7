import { ASSAY } from '../support/command.ts';
import { UsageError } from '../support/errors.ts';
import type { Entry } from './entry.ts';
import { loadCorpus } from './load.ts';

/** The entries of a corpus that has no problem. Throws `UsageError` that lists the problems of any other. */
export async function loadSoundEntries(folder: string): Promise<readonly Entry[]> {
  const corpus = await loadCorpus(folder);
  if (corpus.problems.length === 0) return corpus.entries;
  throw new UsageError({
    code: 'CORPUS_UNSOUND',
    message: `The corpus ${folder} has ${corpus.problems.length} problem(s), so nothing was run.`,
    details: corpus.problems
      .slice(0, 20)
      .map(({ file, rule, message, fix }) => `${file}: ${message} [${rule}] ${fix}`),
    fix: `Mend them; ${ASSAY} corpus check lists all of them.`,
  });
}
