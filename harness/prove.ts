import type { ProveJob } from './prove/job.ts';
import {
  concludeProof,
  judgeFaults,
  judgeSubjects,
  judgeVariants,
  type ProofParts,
  type ProofReport,
  unkilledCases,
} from './prove/proof.ts';
import { type Scope, scopeOf } from './prove/scope.ts';
import type { Seen } from './prove/seen.ts';
import { observeTrees } from './prove/trees.ts';
import { drawTrials } from './prove/trial.ts';
import { observeWorlds, type WorldsSeen } from './prove/worlds.ts';
import { openProofDirectory } from './run/directory.ts';

/**
 * Proves the gates: green with nothing planted, red for the stated reason under each fault and green again after;
 * green in every variant that conforms; red against every broken subject. Throws when the baseline of faults is red,
 * for then nothing that is planted means anything.
 */
export async function prove(job: ProveJob): Promise<ProofReport> {
  const trials = await drawTrials(job);
  await openProofDirectory(job.options.out);
  const scope = await scopeOf(job, trials);
  const onTrees = await observeTrees(job, scope.trials);
  const inWorlds = await observeWorlds(job, scope);
  return concludeProof(partsOf(job, scope, [...inWorlds.seen, ...onTrees], inWorlds));
}

function partsOf(
  job: ProveJob,
  { owed, narrowing, deaths }: Scope,
  seen: readonly Seen[],
  { baseline, unrestored }: WorldsSeen,
): ProofParts {
  const nothing = {
    seed: job.options.seed,
    ...(narrowing && { narrowing }),
    mutants: [],
    neutral: [],
    broken: [],
  };
  const red = unrestored.length > 0 && { unrestored };
  switch (job.question) {
    case 'faults': {
      const mutants = judgeFaults(seen);
      const isOwed = baseline && !job.chosen && !job.signal.aborted;
      return {
        ...nothing,
        mutants,
        deaths,
        ...red,
        ...(isOwed && { unkilled: unkilledCases(baseline, mutants, owed) }),
      };
    }
    case 'neutral':
      return { ...nothing, neutral: judgeVariants(seen), ...red };
    case 'broken':
      return { ...nothing, broken: judgeSubjects(seen) };
    default:
      return job.question satisfies never;
  }
}
