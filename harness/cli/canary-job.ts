import { resolve } from 'node:path';
import { type RunFlags, type RunOptions, resolveRunOptions } from '../config/run-options.ts';
import { OWN_CANARIES } from '../config/runtime-terms.ts';
import { plantOf } from '../faults/service-plant.ts';
import { lastProof } from '../prove/last-proof.ts';
import type { RunJob } from '../run/job.ts';
import { findPlanted } from '../suites/find-planted.ts';
import { loadSuites } from '../suites/index.ts';
import { sceneOf } from '../suites/scene.ts';
import { UsageError } from '../support/errors.ts';
import { type RuntimeFlags, runtimeSubject } from './canary-subject.ts';
import type { Shell } from './shell.ts';
import type { View } from './view.ts';

/** The options of `assay canary` as typed. */
export interface CanaryFlags
  extends RuntimeFlags,
    Pick<RunFlags, 'grep' | 'mutant' | 'seed' | 'out' | 'workers'> {
  readonly deadline?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** Builds the job of one `assay canary`: one suite, and the runtime that was named as its subject. */
export async function createCanaryJob(
  shell: Shell,
  flags: CanaryFlags,
  signal: AbortSignal,
  view: View,
): Promise<RunJob> {
  const subject = runtimeSubject(flags, shell);
  const options = await optionsOf(flags, shell);
  const isOurs = subject.place.kind === 'own';
  if (options.mutant !== undefined && !isOurs) throw notOurs(options.mutant);
  return {
    ...{ options, subject, argv: shell.argv, signal },
    suites: await loadSuites(['continuity']),
    ofSuites: 1,
    ...(options.mutant !== undefined && {
      // What a fault kills is named among our own canaries; it breaks whichever are held.
      plant: plantOf(await findPlanted(options.mutant, { ...sceneOf(subject), canaries: OWN_CANARIES })),
    }),
    proof: isOurs ? await lastProof() : { standing: 'other-subject' },
    display: {
      quiet: false,
      color: shell.errTerminal.color,
      note: (line) => view.note([line]),
      progress: view,
    },
  };
}

/** What a settings file says of other suites and of another subject does not count here. */
async function optionsOf(
  { grep, mutant, seed, out, workers }: CanaryFlags,
  { env, cwd }: Shell,
): Promise<RunOptions> {
  const flags = {
    mode: 'process',
    ...(grep !== undefined && { grep }),
    ...(mutant !== undefined && { mutant }),
    ...(seed !== undefined && { seed }),
    ...(out !== undefined && { out: resolve(cwd, out) }),
    ...(workers !== undefined && { workers }),
  };
  const options = await resolveRunOptions(['continuity'], flags, env, cwd);
  const { subjectAs: _, ...rest } = options;
  return Object.freeze({ ...rest, suites: [], subjectFile: undefined, revision: undefined });
}

function notOurs(mutant: string): UsageError {
  return new UsageError({
    code: 'NOT_OURS_TO_PLANT',
    message: `${mutant} is planted into our own canary runtime, and another one was named.`,
    fix: 'Leave --command, --image and --url away, or --mutant.',
  });
}
