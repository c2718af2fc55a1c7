import type { RunOptions } from '../config/run-options.ts';
import type { Subject } from '../config/subject.ts';
import { loadSubject } from '../config/subject.ts';
import type { World } from '../environment/index.ts';
import { plantOf } from '../faults/service-plant.ts';
import { lastProof } from '../prove/last-proof.ts';
import { loadBaseline } from '../report/index.ts';
import type { Proof } from '../report/proof.ts';
import { attachWorld } from '../run/attach.ts';
import type { RunJob } from '../run/job.ts';
import { provenanceNow } from '../run/provenance.ts';
import { timed } from '../run/timeline.ts';
import { findPlanted } from '../suites/find-planted.ts';
import { judgesSubject, loadSuites, SUITE_NAMES } from '../suites/index.ts';
import { sceneOf } from '../suites/scene.ts';
import type { Shell } from './shell.ts';
import type { View } from './view.ts';

/**
 * Builds the job of one command line: subject loaded, mutant looked up, progress to stderr. A world that runs already
 * brings its own subject, revision, mutant and engine, for these are what will be judged.
 */
export async function createJob(
  shell: Shell,
  asked: RunOptions,
  signal: AbortSignal,
  view?: View,
): Promise<RunJob> {
  const attached = attachWorld(asked);
  const file = attached?.subject.file ?? asked.subjectFile;
  const subject = await timed('subject', () => loadSubject(file, shell.env, asked.subjectAs));
  const proof = await timed('last proof', () => proofFor(subject));
  const provenance = await timed('provenance', () => provenanceNow(shell.env, proof.sources));
  const options = attached ? asItRuns(asked, attached) : asked;
  return {
    options,
    ...(await timed('suites', () => suitesFor(asked))),
    subject,
    ...(subject.baseline !== undefined && { baseline: await loadBaseline(subject.baseline, subject.name) }),
    ...(attached && { attached }),
    argv: shell.argv,
    ...(options.mutant !== undefined && {
      plant: plantOf(await findPlanted(options.mutant, sceneOf(subject, options.revision))),
    }),
    proof,
    provenance,
    display: {
      quiet: false,
      color: shell.errTerminal.color,
      note: (line) => (view ? view.note([line]) : shell.err(`${line}\n`)),
      ...(view && { progress: view }),
    },
    signal,
  };
}

function asItRuns(asked: RunOptions, { revision, mutant, mode }: World): RunOptions {
  return { ...asked, revision, mutant, mode };
}

/** Faults are planted into our own services, so of another subject there is no proof but that of the same gates. */
async function proofFor({ kind }: Subject): Promise<Proof> {
  const proof = await lastProof();
  if (kind === 'reference' || proof.standing === 'other-subject') return proof;
  return { ...proof, standing: 'other-subject', gates: proof.standing };
}

/** Those that were named, else those that a whole run has: all of them, or for a subject of the user's those that judge one. */
async function suitesFor({ suites, subjectFile }: RunOptions): Promise<Pick<RunJob, 'suites' | 'ofSuites'>> {
  const named = await loadSuites(suites);
  if (subjectFile === undefined) return { suites: named, ofSuites: SUITE_NAMES.length };
  const judging = (await loadSuites()).filter(judgesSubject);
  return { suites: suites.length > 0 ? named : judging, ofSuites: judging.length };
}
