import { isHarmed, judgeFault, type Observation } from '../faults/judge.ts';
import type { Carrier, Carriers } from './carriers.ts';
import type { ProveJob } from './job.ts';
import { observeIn, performIn } from './perform-in.ts';
import type { Trial } from './trial.ts';

/**
 * What a fault did in processes that other faults have been in before; nothing unless it was killed there, and by
 * itself alone: the cases that it must kill were green in the same processes just before and are so just after. Whatever
 * is not as clear is told apart in a process of its own.
 */
export async function observeCarried(
  job: ProveJob,
  carriers: Carriers,
  trial: Trial,
): Promise<Observation | undefined> {
  await using carrier = await carriers.borrow(trial);
  if (!carrier) return undefined;
  const seen = await differenceIn(job, trial, carrier);
  if (typeof seen !== 'string') {
    carrier.keep();
    return seen;
  }
  if (!job.signal.aborted) job.display.note(`${trial.planted.id}: ${seen}, so tried alone`);
  return undefined;
}

/** What was seen, or in words why nothing follows from it. */
async function differenceIn(job: ProveJob, trial: Trial, carrier: Carrier): Promise<Observation | string> {
  const before = carrier.isFresh() ? undefined : await whyNotGreen(job, trial, carrier);
  if (before !== undefined) return `the process that others have been in ${before} before it`;
  const seen = await underFault(job, trial, carrier);
  if (judgeFault(trial.planted, trial.kills, seen).verdict !== 'killed') return 'not killed among others';
  const after = await whyNotGreen(job, trial, carrier);
  return after === undefined ? { ...seen, isRestored: true } : `the process that it was in ${after} after it`;
}

async function underFault(job: ProveJob, trial: Trial, carrier: Carrier): Promise<Observation> {
  await using planted = carrier.plant();
  return await observeIn(job, trial, planted);
}

/** Why a carrier says nothing of a fault: with nothing planted, the cases that must die of it are not green either. */
async function whyNotGreen(job: ProveJob, trial: Trial, carrier: Carrier): Promise<string | undefined> {
  const named = new Set(trial.kills.map(({ caseId }) => caseId));
  const due = trial.plan.cases.filter(({ id }) => named.has(id) && !carrier.green.has(id));
  const step = { suite: trial.suite, name: `${trial.planted.id}-restored` };
  const results = due.length === 0 ? [] : await performIn(job, step, carrier.world, { cases: due });
  if (!carrier.isAlive()) return 'had died';
  const green = results.filter((result) => !isHarmed(result));
  if (green.length < due.length) return `had ${due.length - green.length} red cases`;
  for (const { id } of green) carrier.green.add(id);
  return undefined;
}
