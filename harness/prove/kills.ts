import { bootFor } from '../run/world.ts';
import { proveBaseline, proveRestored } from './baseline.ts';
import type { ProveJob } from './job.ts';
import { proveMutants } from './mutants.ts';
import type { ProofReport } from './proof.ts';
import { drawTrials } from './trial.ts';
import { unkilledCases } from './unkilled.ts';

/** What planting mutants has shown: each one's fate, and the cases that none of them kills. */
export type Kills = Pick<ProofReport, 'mutants' | 'unkilled'>;

/**
 * One sound world stands through the whole proof: the baseline is taken in it, mutants are planted beside it, and
 * what they killed must be green in it again.
 */
export async function proveKills(job: ProveJob): Promise<Kills> {
  if (job.mutants.length === 0) return { mutants: [] };
  const trials = await drawTrials(job);
  await using world = await bootFor(job);
  const baseline = await proveBaseline(job, world, trials);
  const mutants = await proveMutants(job, world, trials);
  await proveRestored(job, world, mutants);
  return { mutants, ...(job.wholeCatalogue && { unkilled: unkilledCases(baseline, mutants) }) };
}
