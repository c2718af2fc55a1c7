import { proveBroken } from './prove/broken.ts';
import { proveBrokenTrees } from './prove/drifts/broken.ts';
import { type DriftKills, proveDrifts } from './prove/drifts/index.ts';
import type { ProveJob } from './prove/job.ts';
import { type Kills, proveKills } from './prove/kills.ts';
import { concludeProof, type ProofReport } from './prove/proof.ts';

/**
 * Proves that the gates can fail: green without a mutant, red for the stated reason with each, green again after;
 * and red against every broken subject. Throws when the baseline is red, for then no kill means anything.
 */
export async function prove(job: ProveJob): Promise<ProofReport> {
  const kills = await proveKills(job);
  const drifts = job.broken.length > 0 ? NO_DRIFTS : await proveDrifts(job);
  const broken = [...(await proveBroken(job)), ...(await proveBrokenTrees(job))];
  return concludeProof({
    seed: job.options.seed,
    mutants: [...kills.mutants, ...drifts.mutants],
    ...unkilledOf(kills, drifts),
    broken,
  });
}

/** Known only where everything that could kill was tried: a whole catalogue, or a static suite. */
function unkilledOf(kills: Kills, drifts: DriftKills): Pick<ProofReport, 'unkilled'> {
  if (!kills.unkilled && drifts.mutants.length === 0) return {};
  return { unkilled: [...(kills.unkilled ?? []), ...drifts.unkilled] };
}

const NO_DRIFTS: DriftKills = { mutants: [], unkilled: [] };
