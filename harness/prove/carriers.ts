import { join } from 'node:path';
import {
  bootBeside,
  isAlive,
  openScratch,
  servicesNow,
  type World,
  type WorldDescription,
} from '../environment/index.ts';
import { isFault, type ServicePlant } from '../faults/fault.ts';
import { countHits } from '../faults/hits.ts';
import { servicePlant } from '../faults/service-plant.ts';
import { openSwitch, type Switch, switchName } from '../faults/switch.ts';
import { bootOrder } from '../run/world.ts';
import { Scope } from '../support/scope.ts';
import { type ProveJob, stepOf } from './job.ts';
import type { PlantedWorld } from './plant-into.ts';
import type { Trial } from './trial.ts';

/**
 * Service processes that have every fault of their suite in them, one of which is switched on at a time: most of what a
 * fault costs is the start of a process and its first requests. Disposing it ends them all.
 */
export interface Carriers extends AsyncDisposable {
  /** For this fault alone until it is disposed; none for a fault that needs processes of its own. */
  borrow(trial: Trial): Promise<Carrier | undefined>;
}

/** A borrowed carrier. Disposing it ends its processes, unless it was kept. */
export interface Carrier extends AsyncDisposable {
  /** Nothing is planted in it. */
  readonly world: WorldDescription;
  /** Cases that have been green in it since the last fault was taken out. */
  readonly green: Set<string>;
  /** No fault has been in it yet. */
  isFresh(): boolean;
  isAlive(): boolean;
  /** Switches the fault on that it was borrowed for; disposing what comes of it switches it off. */
  plant(): PlantedWorld;
  /** Somebody else may borrow it: nothing of the fault was left behind. */
  keep(): void;
}

interface Processes extends AsyncDisposable {
  readonly key: string;
  readonly world: World;
  readonly switch: Switch;
  readonly green: Set<string>;
  planted: number;
}

/** Opens a pool of carriers beside a world; nothing is booted before it is wanted. */
export function openCarriers(job: ProveJob, base: World, trials: readonly Trial[]): Carriers {
  const scope = new Scope();
  const free: Processes[] = [];
  const keys = trials.flatMap((trial) => keyOf(job, base, trial) ?? []);
  const take = async (key: string, trial: Trial): Promise<Processes> => {
    const at = free.findIndex((each) => each.key === key);
    const [found] = at === -1 ? [] : free.splice(at, 1);
    if (found) return found;
    await free.shift()?.[Symbol.asyncDispose]();
    return scope.use(await bootCarrier(job, base, key, trial));
  };
  return {
    borrow: async (trial) => {
      const key = keyOf(job, base, trial);
      if (key === undefined || keys.filter((each) => each === key).length < 2) return undefined;
      const processes = await take(key, trial);
      return lend(processes, trial.planted.id, () => free.push(processes));
    },
    [Symbol.asyncDispose]: () => scope[Symbol.asyncDispose](),
  };
}

/**
 * Faults with the same key go into the same processes. None has one that hangs, for it would leave its requests behind,
 * and one for which a process has to start otherwise.
 */
function keyOf({ question }: ProveJob, { mode }: World, { suite, planted }: Trial): string | undefined {
  const { plant, deadlineMs } = planted;
  if (suite.isolation === 'own') return undefined;
  const isLight = question === 'faults' && mode === 'process' && deadlineMs === undefined && isFault(planted);
  if (!isLight || plant.kind !== 'service' || plant.env) return undefined;
  return [suite.name, plant.service, ...(plant.runtimes ?? [])].join(' ');
}

async function bootCarrier(job: ProveJob, base: World, key: string, trial: Trial): Promise<Processes> {
  const scope = new Scope();
  try {
    const scratch = scope.use(await openScratch('switch'));
    const file = join(scratch.path, 'planted');
    const planted = openSwitch(file);
    scope.defer(() => planted[Symbol.dispose]());
    const { preload = '' } = await trial.suite.proof();
    const mutant = servicePlant(switchName(file), trial.planted.plant as ServicePlant, preload);
    const world = scope.use(await bootBeside(base, { ...bootOrder(stepOf(job, key)), mutant }));
    const close = () => scope[Symbol.asyncDispose]();
    return { key, world, switch: planted, green: new Set(), planted: 0, [Symbol.asyncDispose]: close };
  } catch (error) {
    await scope[Symbol.asyncDispose]();
    throw error;
  }
}

function lend(processes: Processes, id: string, giveBack: () => void): Carrier {
  const { world, green } = processes;
  let isKept = false;
  return {
    world,
    green,
    isFresh: () => processes.planted === 0,
    isAlive: () => servicesNow(world).every(isAlive),
    plant: () => plantInto(processes, id),
    keep: () => {
      isKept = true;
    },
    [Symbol.asyncDispose]: async () => {
      if (isKept) giveBack();
      else await processes[Symbol.asyncDispose]();
    },
  };
}

function plantInto(processes: Processes, id: string): PlantedWorld {
  processes.planted += 1;
  processes.green.clear();
  processes.switch.set(id);
  return {
    world: processes.world,
    hits: () => countHits(processes.world, id),
    [Symbol.asyncDispose]: async () => processes.switch.set(''),
  };
}
