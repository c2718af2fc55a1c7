import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bootBeside, bootWorld, type World, type WorldDescription } from '../environment/index.ts';
import type { WirePlant } from '../faults/fault.ts';
import { countHits } from '../faults/hits.ts';
import type { Observation } from '../faults/judge.ts';
import { servicePlant } from '../faults/service-plant.ts';
import type { CaseResult } from '../report/event.ts';
import { inLanes } from '../run/lanes.ts';
import { executable } from '../run/reproduce.ts';
import { bootOrder } from '../run/world.ts';
import { openSuite } from '../suites/perform.ts';
import { sceneOf } from '../suites/scene.ts';
import { HarnessError } from '../support/errors.ts';
import { type ProveJob, stepOf } from './job.ts';
import type { Trial } from './trial.ts';

const CASES_AT_A_TIME = 4;

/** A world in which something is planted, and how often it has come to bear. */
interface PlantedWorld extends AsyncDisposable {
  readonly world: WorldDescription;
  hits(): Promise<number>;
}

/**
 * Performs the cases of a trial in a world that has something planted beside the sound one. They are the cases of the
 * gate, performed here and not by a runner of their own: starting one takes longer than most faults have cases for.
 */
export async function observeUnder(job: ProveJob, base: World, trial: Trial): Promise<Observation> {
  await using planted = await plantInto(job, base, trial);
  const cases = await performIn(job, trial, planted.world);
  return { cases, hits: await planted.hits() };
}

async function plantInto(
  job: ProveJob,
  base: World,
  { planted: { id, plant }, suite }: Trial,
): Promise<PlantedWorld> {
  const step = stepOf(job, id);
  switch (plant.kind) {
    case 'service': {
      const { preload = '' } = await suite.proof();
      const order = { ...bootOrder(step), mutant: servicePlant(id, plant, preload) };
      const world = base.mode === 'process' ? await bootBeside(base, order) : await bootWorld(order);
      return { world, hits: () => countHits(world), [Symbol.asyncDispose]: world[Symbol.asyncDispose] };
    }
    case 'world': {
      const world = await bootWorld({ ...bootOrder(step), ...plant.boot });
      return { world, hits: async () => 1, [Symbol.asyncDispose]: world[Symbol.asyncDispose] };
    }
    case 'wire':
      return behindHops(base, plant);
    case 'subject':
    case 'tree':
      throw new HarnessError({ code: 'NO_WORLD_TO_PLANT_IN', message: `${id} is not planted into a world.` });
    default:
      return plant satisfies never;
  }
}

/** The same world, seen through a hop before each address. */
async function behindHops(base: World, plant: WirePlant): Promise<PlantedWorld> {
  const { platform, runtimes } = base;
  const isBefore = (what: WirePlant['before']) => plant.before === what;
  const lines = isBefore('runtimes') ? Object.entries(runtimes) : [];
  const hops = await Promise.all([
    ...(platform && isBefore('platform') ? [plant.stand(platform.url)] : []),
    ...lines.map(([, { url }]) => plant.stand(url)),
  ]);
  const before = (url: string, index: number) => hops[index]?.url ?? url;
  const world: WorldDescription = {
    ...base,
    ...(platform && isBefore('platform') && { platform: { ...platform, url: before(platform.url, 0) } }),
    runtimes: {
      ...runtimes,
      ...Object.fromEntries(
        lines.map(([line, each], index) => [line, { ...each, url: before(each.url, index) }]),
      ),
    },
  };
  return {
    world,
    hits: async () => hops.reduce((sum, hop) => sum + hop.hits(), 0),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(hops.map((hop) => hop[Symbol.asyncDispose]()));
    },
  };
}

async function performIn(
  job: ProveJob,
  { suite, planted: { id, deadlineMs }, cases }: Trial,
  world: WorldDescription,
): Promise<readonly CaseResult[]> {
  const plan = await suite.plan(sceneOf(job.subject, job.options.revision));
  const runDirectory = join(job.options.out, id);
  await mkdir(runDirectory, { recursive: true });
  await using open = await openSuite(suite);
  const setting = {
    runDirectory,
    redactionKey: randomBytes(32).toString('hex'),
    revision: job.options.revision ?? job.subject.revision,
    seed: job.options.seed,
    ...(deadlineMs !== undefined && { deadlineMs }),
  };
  const chosen = plan.cases.filter((each) => cases.has(each.id));
  return inLanes(executable(job, chosen), CASES_AT_A_TIME, job.signal, (planned) =>
    open.perform(planned, { setting, world }),
  );
}
