import { proveBroken } from './prove/broken.ts';
import type { ProveJob } from './prove/job.ts';
import { proveKills } from './prove/kills.ts';
import { concludeProof, type ProofReport } from './prove/proof.ts';

/**
 * Proves that the gates can fail: green without a mutant, red for the stated reason with each, green again after;
 * and red against every broken subject. Throws when the baseline is red, for then no kill means anything.
 */
export async function prove(job: ProveJob): Promise<ProofReport> {
  const kills = await proveKills(job);
  const broken = await proveBroken(job);
  return concludeProof({ seed: job.options.seed, ...kills, broken });
}
