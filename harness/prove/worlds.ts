import { type BootOptions, bootWorld, pinBundles } from '../environment/index.ts';
import { isOnTree } from '../faults/fault.ts';
import type { Observation } from '../faults/judge.ts';
import type { Report } from '../report/report.ts';
import { inLanes } from '../run/lanes.ts';
import { bootOrder, orderFor } from '../run/world.ts';
import { describeError } from '../support/errors.ts';
import { observeAgainst } from './against.ts';
import { openCarriers } from './carriers.ts';
import { notRestored, proveGreen, type RedCase } from './green.ts';
import type { ProveJob, Question } from './job.ts';
import { owedGreen } from './owed-green.ts';
import type { Scope } from './scope.ts';
import { NOTHING_SEEN, type Seen } from './seen.ts';
import type { Trial } from './trial.ts';
import { observeUnder } from './under.ts';

/** What was seen in worlds, and the report of the sound one. */
export interface WorldsSeen {
  readonly seen: readonly Seen[];
  /** Absent when nothing had to be green first: variants, broken subjects, or chosen edits of trees alone. */
  readonly baseline?: Report;
  /** What was red in the sound world too, when all that was planted had gone. */
  readonly unrestored: readonly RedCase[];
}

/** Plants what stands in worlds, or in the place of one, and looks at the cases of each trial. */
export async function observeWorlds(job: ProveJob, { trials, baseline }: Scope): Promise<WorldsSeen> {
  const inWorlds = trials.filter(({ planted }) => !isOnTree(planted.plant));
  if (job.question === 'broken') return { seen: await againstEach(job, inWorlds), unrestored: [] };
  if (baseline?.size === 0) return { seen: [], unrestored: [] };
  if (inWorlds.length > 0) return besideSound(job, inWorlds, baseline);
  if (job.question === 'neutral') return { seen: [], unrestored: [] };
  return { seen: [], baseline: await proveGreen(job, undefined, baseline), unrestored: [] };
}

/**
 * One sound world stands through the whole proof: the baseline is taken in it, things are planted beside it, as many
 * at a time as the run has workers, and what faults turned red must be green again: in it, or where they had been. All
 * of them are the services as they were when it began. A case that is green in a variant needs no baseline; one that is
 * red there is the variant's alarm only when it is green in the sound world.
 */
async function besideSound(
  job: ProveJob,
  trials: readonly Trial[],
  only: ReadonlySet<string> | undefined,
): Promise<WorldsSeen> {
  using _pinned = pinBundles();
  job.display.progress?.begin('booting the sound world');
  await using base = await bootWorld(soundOrder(job, trials, only));
  const baseline = job.question === 'faults' ? await proveGreen(job, base, only) : undefined;
  await using carriers = openCarriers(job, base, trials);
  const lanes = lanesOf(job);
  const count = counted(job, trials.length, lanes);
  const lookAt = (some: readonly Trial[], atATime: number) =>
    inLanes(some, atATime, job.signal, (trial) =>
      count(see(job, trial, observeUnder(job, base, trial, carriers))),
    );
  const [paged, others] = parted(trials, isPaged);
  // A browser is at work all the time: more of them than processors only wait for each other.
  const seen = [
    ...(await lookAt(waitingFirst(others), lanes)),
    ...(await lookAt(waitingFirst(paged), job.options.workers)),
  ];
  const unrestored = await notRestored(job, base, owedGreen(seen, job.options.seed));
  return { seen: inOrderOf(trials, seen), ...(baseline && { baseline }), unrestored };
}

function isPaged({ suite }: Trial): boolean {
  return suite.needs.includes('browser');
}

function parted<T>(all: readonly T[], is: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(is), all.filter((each) => !is(each))];
}

function inOrderOf(trials: readonly Trial[], seen: readonly Seen[]): readonly Seen[] {
  return trials.flatMap((trial) => seen.find((each) => each.trial === trial) ?? []);
}

/** All of a world, or what the chosen cases need of it. */
function soundOrder(
  job: ProveJob,
  trials: readonly Trial[],
  only: ReadonlySet<string> | undefined,
): BootOptions {
  if (only === undefined) return bootOrder(job);
  const planned = [...new Set(trials.map(({ plan }) => plan))].flatMap(({ cases }) => cases);
  const cases = planned.filter(({ id }) => only.has(id));
  if (cases.length < only.size) return bootOrder(job);
  const suites = job.suites.filter(({ name }) => cases.some(({ suite }) => suite === name));
  return orderFor(job, { suites, cases });
}

/** Most of the time cases wait for what must not come: others go on meanwhile. A variant is whole processes, though. */
const PER_WORKER: Readonly<Record<Question, number>> = { faults: 3, neutral: 2, broken: 1 };

function lanesOf({ options, question }: ProveJob): number {
  return PER_WORKER[question] * options.workers;
}

/**
 * What takes longest begins first: under a fault that swallows or holds back cases wait for what does not come, and some
 * wait under any.
 */
function waitingFirst(trials: readonly Trial[]): readonly Trial[] {
  const waits = ({ suite, plan, planted, kills, cases }: Trial) =>
    planted.deadlineMs !== undefined ||
    kills.some(({ outcome }) => outcome === 'dropped' || outcome === 'hang') ||
    plan.cases.some((each) => cases.has(each.id) && suite.waits?.(each));
  const [waiting, others] = parted(trials, waits);
  return [...waiting, ...others];
}

/** Each is a whole run, most of which waits; one in a browser has all processors. */
async function againstEach(job: ProveJob, trials: readonly Trial[]): Promise<readonly Seen[]> {
  const lanes = lanesOf(job);
  const count = counted(job, trials.length, lanes);
  const lookAt = (some: readonly Trial[], atATime: number) =>
    inLanes(some, atATime, job.signal, (trial) => count(see(job, trial, observeAgainst(job, trial))));
  const [paged, others] = parted(trials, isPaged);
  const seen = [...(await lookAt(others, lanes)), ...(await lookAt(paged, 1))];
  return inOrderOf(trials, seen);
}

/** Shows how many of the trials are done. */
function counted({ display: { progress } }: ProveJob, total: number, lanes: number) {
  const startedMs = performance.now();
  let done = 0;
  progress?.begin(lanes === 1 ? 'planting, one thing after the other' : `planting, ${lanes} at a time`);
  return async (seeing: Promise<Seen>): Promise<Seen> => {
    const seen = await seeing;
    done += 1;
    progress?.update({ done, total, elapsedMs: performance.now() - startedMs, what: 'planted' });
    return seen;
  };
}

/** A world that does not come up, or cases that cannot be run, leave a trial unjudged; the proof goes on. */
async function see(job: ProveJob, trial: Trial, observing: Promise<Observation>): Promise<Seen> {
  const startedMs = performance.now();
  const { planted, kills } = trial;
  const observation = await observing.catch((error: unknown) => {
    if (!job.signal.aborted) job.display.note(`${planted.id}: ${describeError(error)}`);
    return NOTHING_SEEN;
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  job.display.note(`${planted.id} (${observation.cases.length} cases, ${seconds} s): ${planted.title}`);
  return { trial, kills, observation };
}
