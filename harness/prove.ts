import { proveBaseline, proveRestored } from './prove/baseline.ts';
import { proveBroken } from './prove/broken.ts';
import type { ProveJob } from './prove/job.ts';
import { proveMutants } from './prove/mutants.ts';
import type { ProofReport } from './prove/proof.ts';
import { concludeProof } from './prove/proof.ts';
import { unkilledCases } from './prove/unkilled.ts';

/**
 * Proves that the gates can fail: green without a mutant, red for the stated reason with each, green again after;
 * and red against every broken subject. Throws when the baseline is red, for then no kill means anything.
 */
export async function prove(job: ProveJob): Promise<ProofReport> {
  const mutants = job.mutants;
  const baseline = mutants.length > 0 ? await proveBaseline(job) : undefined;
  const results = baseline ? await proveMutants(job, baseline) : [];
  if (baseline) await proveRestored(job, results);
  const broken = job.broken.length > 0 ? await proveBroken(job) : [];
  return concludeProof({
    seed: job.options.seed,
    mutants: results,
    unkilled: baseline && job.wholeCatalogue ? unkilledCases(baseline, results) : [],
    broken,
  });
}
