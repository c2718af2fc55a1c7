import type { RunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { plantOf } from '../faults/plant-of.ts';
import { lastProof } from '../prove/last-proof.ts';
import { loadBaseline } from '../report/index.ts';
import { attachWorld } from '../run/attach.ts';
import type { RunJob } from '../run/job.ts';
import { findMutant } from '../suites/corpus/faults/index.ts';
import { inProject } from '../support/paths.ts';
import type { Shell } from './shell.ts';

/**
 * Builds the job of one command line: subject loaded, mutant looked up, progress to stderr. A world that runs already
 * brings its own subject, revision and mutant, for these are what will be judged.
 */
export async function createJob(
  shell: Shell,
  asked: RunOptions,
  signal: AbortSignal,
  argv: readonly string[],
): Promise<RunJob> {
  const proof = await lastProof();
  const attached = attachWorld(asked);
  const subject = await loadSubject(attached?.subject.file ?? asked.subjectFile, shell.env);
  const options = attached ? { ...asked, revision: attached.revision, mutant: attached.mutant } : asked;
  return {
    options,
    subject,
    ...(subject.baseline !== undefined && { baseline: await loadBaseline(subject.baseline, subject.name) }),
    ...(attached && { attached }),
    corpusFolder: inProject('corpus'),
    argv,
    ...(options.mutant !== undefined && { plant: plantOf(findMutant(options.mutant)) }),
    ...(proof && { proof }),
    display: {
      quiet: false,
      color: shell.errTerminal.color,
      note: (line) => shell.err(`${line}\n`),
    },
    signal,
  };
}
