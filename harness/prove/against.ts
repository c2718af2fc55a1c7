import type { RemoteSubject } from '../config/subject.ts';
import type { SubjectPlant } from '../faults/fault.ts';
import type { Observation } from '../faults/judge.ts';
import { run } from '../run.ts';
import { HarnessError } from '../support/errors.ts';
import { type ProveJob, stepOf } from './job.ts';
import { observeIn } from './perform-in.ts';
import { plantOnOwnGround } from './plant-into.ts';
import type { Trial } from './trial.ts';

/**
 * Runs a suite against another subject; unless it stands for the platform alone, no case has a sound peer. What stands
 * before a platform of ours answers in its place, and leaves it ours to restart.
 */
export async function observeAgainst(job: ProveJob, trial: Trial): Promise<Observation> {
  const {
    suite,
    planted: { id, plant },
  } = trial;
  if (plant.kind === 'wire') {
    await using planted = await plantOnOwnGround(job, trial, plant);
    return await observeIn(job, trial, planted);
  }
  if (plant.kind !== 'subject') throw new HarnessError(notASubject(id));
  await using other = await plant.start();
  const { cases, totals } = await run({
    ...stepOf(job, id),
    suites: [suite],
    subject: remoteAt(job, id, other.url, plant),
    probe: false,
  });
  return { cases, hits: totals.executed };
}

function remoteAt(
  { subject }: ProveJob,
  id: string,
  url: string,
  { standsFor }: SubjectPlant,
): RemoteSubject {
  return {
    kind: 'remote',
    name: `broken-${id}`,
    file: subject.file,
    revision: subject.revision,
    capabilities: subject.capabilities,
    platform: { url, adminToken: 'no-token-opens-this' },
    ...(standsFor !== 'platform' && { agentUrl: url }),
    readiness: '/health',
  };
}

function notASubject(id: string) {
  return { code: 'NOT_A_SUBJECT', message: `${id} is listed as a broken subject, and is none.` };
}
