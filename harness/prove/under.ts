import type { World } from '../environment/index.ts';
import type { Observation } from '../faults/judge.ts';
import { observeCarried } from './carried.ts';
import type { Carriers } from './carriers.ts';
import type { ProveJob } from './job.ts';
import { observeIn } from './perform-in.ts';
import { plantInto } from './plant-into.ts';
import type { Trial } from './trial.ts';

/**
 * Performs the cases of a trial in a world that has something planted beside the sound one: among others in a carrier
 * where that suffices, else alone.
 */
export async function observeUnder(
  job: ProveJob,
  base: World,
  trial: Trial,
  carriers?: Carriers,
): Promise<Observation> {
  const carried = carriers && (await observeCarried(job, carriers, trial));
  if (carried) return carried;
  await using planted = await plantInto(job, base, trial);
  return await observeIn(job, trial, planted);
}
