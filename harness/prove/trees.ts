import { openScratch } from '../environment/index.ts';
import type { TreeGround, TreePlant } from '../faults/fault.ts';
import { isFault } from '../faults/fault.ts';
import { type ExpectedKill, resolveKills } from '../faults/resolve.ts';
import type { CaseResult } from '../report/event.ts';
import { EnvironmentError } from '../support/errors.ts';
import { groupBy } from '../support/group.ts';
import type { ProveJob } from './job.ts';
import type { Seen } from './seen.ts';
import type { Trial } from './trial.ts';

/**
 * Plants edits, each into a copy of its clean tree and one at a time; the tree has to be green before the first and
 * after the last. Throws `EnvironmentError` otherwise. A worthless tree is looked at without its clean twin.
 */
export async function observeTrees(job: ProveJob, trials: readonly Trial[]): Promise<readonly Seen[]> {
  const onTrees = trials.flatMap((trial) => {
    const { plant } = trial.planted;
    return plant.kind === 'tree' ? [{ trial, plant }] : [];
  });
  const seen: Seen[] = [];
  for (const [ground, group] of groupBy(onTrees, ({ plant }) => plant.ground)) {
    if (job.signal.aborted) break;
    job.display.progress?.begin(`planting edits into ${ground.name}`);
    seen.push(...(await observeGround(job, ground, group)));
    job.display.note(`${ground.name}: ${group.length} edits planted`);
  }
  return seen;
}

interface OnTree {
  readonly trial: Trial;
  readonly plant: TreePlant;
}

async function observeGround(
  job: ProveJob,
  ground: TreeGround,
  group: readonly OnTree[],
): Promise<readonly Seen[]> {
  await using scratch = await openScratch('tree');
  const folder = scratch.path;
  await ground.prepare(folder);
  const clean =
    job.question === 'broken' ? [] : await mustBeClean(ground, folder, 'before anything was planted');
  const seen: Seen[] = [];
  for (const { trial, plant } of group) {
    if (job.signal.aborted) return seen;
    const { hits, place, undo } = await plant.edit(folder);
    const cases = await ground.judge(folder);
    await undo();
    seen.push({
      trial,
      kills: killsOf(trial, clean),
      observation: { cases, hits, ...(place && { place }) },
    });
  }
  if (job.question !== 'broken') await mustBeClean(ground, folder, 'after what was planted had gone');
  return seen;
}

/** Kills are looked for among the cases that the clean tree has. */
function killsOf({ planted }: Trial, clean: readonly CaseResult[]): readonly ExpectedKill[] {
  return isFault(planted) ? resolveKills(planted, { cases: clean, excluded: [] }) : [];
}

async function mustBeClean(ground: TreeGround, folder: string, when: string): Promise<readonly CaseResult[]> {
  const results = await ground.judge(folder);
  const red = results.filter(({ verdict }) => verdict !== 'passed');
  if (red.length === 0 && results.length > 0) return results;
  throw new EnvironmentError({
    code: 'NOT_GREEN',
    message: `${ground.name} is not clean ${when}, so no kill would mean anything.`,
    details: red.map(({ id, reason = '' }) => `${id}: ${reason}`).slice(0, 40),
    fix: 'Bring the clean tree and what judges it together again.',
  });
}
