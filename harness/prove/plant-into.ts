import {
  type BootOptions,
  bootBeside,
  bootWorld,
  type World,
  type WorldDescription,
} from '../environment/index.ts';
import type { PacePlant, StepPlant, WirePlant } from '../faults/fault.ts';
import { countHits } from '../faults/hits.ts';
import { servicePlant } from '../faults/service-plant.ts';
import { bootOrder, orderFor } from '../run/world.ts';
import { HarnessError } from '../support/errors.ts';
import { Scope } from '../support/scope.ts';
import type { Hop } from '../wire/hop.ts';
import type { Sender } from '../wire/sender.ts';
import { type ProveJob, stepOf } from './job.ts';
import type { Trial } from './trial.ts';

/** A world in which something is planted, and how often it has come to bear. */
export interface PlantedWorld extends AsyncDisposable {
  readonly world: WorldDescription;
  /** What the requests of its cases go through. */
  readonly sending?: (sender: Sender) => Sender;
  hits(): Promise<number>;
}

/**
 * Plants into a world beside the sound one, which stays as it is; disposing takes down only what was added. Cases that
 * would keep a world to themselves get one, as they do in a run.
 */
export async function plantInto(job: ProveJob, base: World, trial: Trial): Promise<PlantedWorld> {
  const {
    planted: { id, plant },
    suite,
  } = trial;
  const keeps = suite.isolation === 'own';
  if (keeps && (plant.kind === 'wire' || plant.kind === 'step' || plant.kind === 'pace')) {
    return plantOnOwnGround(job, trial, plant);
  }
  const order = keeps ? ownOrder(job, trial) : bootOrder(stepOf(job, id));
  switch (plant.kind) {
    case 'service': {
      const { preload = '' } = await suite.proof();
      const planted = { ...order, mutant: servicePlant(id, plant, preload) };
      const isBeside = base.mode === 'process' && !keeps;
      const world = isBeside ? await bootBeside(base, planted) : await bootWorld(planted);
      return held(world, () => countHits(world, id));
    }
    case 'world': {
      const world = await bootWorld({ ...order, ...plant.boot });
      return held(world, () => plant.shows(world, base));
    }
    case 'wire':
    case 'step':
    case 'pace':
      return around(base, plant);
    case 'subject':
    case 'tree':
      throw new HarnessError({ code: 'NO_WORLD_TO_PLANT_IN', message: `${id} is not planted into a world.` });
    default:
      return plant satisfies never;
  }
}

/** What the cases of a trial need of a world, and no more. */
function ownOrder(job: ProveJob, { planted: { id }, suite, plan, cases }: Trial): BootOptions {
  const looked = plan.cases.filter((each) => cases.has(each.id));
  return orderFor(stepOf(job, id), { suites: [suite], cases: looked });
}

/** Plants around a sound world that is booted for this trial. */
export async function plantOnOwnGround(
  job: ProveJob,
  trial: Trial,
  plant: WirePlant | StepPlant | PacePlant,
): Promise<PlantedWorld> {
  const scope = new Scope();
  const ground = scope.use(await bootWorld(ownOrder(job, trial)));
  try {
    const planted = scope.use(await around(ground, plant));
    return { ...planted, [Symbol.asyncDispose]: () => scope[Symbol.asyncDispose]() };
  } catch (error) {
    await scope[Symbol.asyncDispose]();
    throw error;
  }
}

/** What stands around a world that itself is as it was. */
async function around(base: World, plant: WirePlant | StepPlant | PacePlant): Promise<PlantedWorld> {
  switch (plant.kind) {
    case 'wire':
      return behindHops(base, plant);
    case 'step':
      return inOurs(base, plant);
    case 'pace':
      return { world: base, hits: async () => 0, [Symbol.asyncDispose]: async () => undefined };
    default:
      return plant satisfies never;
  }
}

function held(world: World, hits: () => Promise<number>): PlantedWorld {
  return { world, hits, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

/** The sound world, and a harness that is not. */
function inOurs(world: World, { send }: StepPlant): PlantedWorld {
  let hits = 0;
  const hit = () => {
    hits += 1;
  };
  return {
    world,
    sending: (sender) => send(sender, hit),
    hits: async () => hits,
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/** The same world, seen through a hop before each address. */
async function behindHops(base: World, plant: WirePlant): Promise<PlantedWorld> {
  const { world, hops } =
    plant.before === 'platform' ? await hopBeforePlatform(base, plant) : await hopsBeforeAgents(base, plant);
  return {
    world,
    hits: async () => hops.reduce((sum, hop) => sum + hop.hits(), 0),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(hops.map((hop) => hop[Symbol.asyncDispose]()));
    },
  };
}

interface Hopped {
  readonly world: WorldDescription;
  readonly hops: readonly Hop[];
}

async function hopBeforePlatform(base: World, { stand }: WirePlant): Promise<Hopped> {
  const { platform } = base;
  if (!platform) return { world: base, hops: [] };
  const hop = await stand(platform.url);
  return { world: { ...base, platform: { ...platform, url: hop.url } }, hops: [hop] };
}

/** Control stays with the runtimes themselves: only what platforms and senders say to agents takes the hop. */
async function hopsBeforeAgents(base: World, { stand }: WirePlant): Promise<Hopped> {
  const lines = Object.entries(base.runtimes);
  const opened = await Promise.allSettled(lines.map(([, { url }]) => stand(url)));
  const hops = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = opened.find((each) => each.status === 'rejected');
  if (failed) {
    await Promise.all(hops.map((hop) => hop[Symbol.asyncDispose]()));
    throw failed.reason;
  }
  const stood = lines.map(([line, runtime], index) => ({
    line,
    runtime,
    url: hops[index]?.url ?? runtime.url,
  }));
  const behind = stood.map(({ line, runtime, url }) => [line, { ...runtime, agentsUrl: byName(url) }]);
  return {
    world: { ...base, runtimes: { ...base.runtimes, ...Object.fromEntries(behind) } },
    hops,
  };
}

/** Platforms refuse agents at a literal loopback address. */
function byName(url: string): string {
  return url.replace('//127.0.0.1:', '//localhost:');
}
