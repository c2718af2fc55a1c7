import type { RunOptions } from '../../config/run-options.ts';
import { bootWorld, openWorld, type World } from '../../environment/index.ts';
import { actsOf, neededParts } from '../../run/acts.ts';
import type { Discovery } from '../../run/discover.ts';
import type { RunJob } from '../../run/job.ts';
import { bootOrder } from '../../run/world.ts';
import type { Shell } from '../shell.ts';

/** The world of a selection from one rerun to the next; leaving takes it down. */
export interface KeptWorld extends AsyncDisposable {
  /** The id of a world that is whole, booted if there is none; nothing when no case needs one. */
  ready(): Promise<string | undefined>;
  /** Takes it down, so that the next one is booted from what lies there then. */
  renew(): Promise<void>;
}

/** The world that was named, else one of our own, if a case of the plan needs any. */
export function worldFor(
  plan: Discovery,
  { worldId }: RunOptions,
  newJob: () => Promise<RunJob>,
  shell: Shell,
): KeptWorld {
  if (worldId !== undefined) return lentWorld(worldId, shell);
  return actsOf(plan).some((act) => neededParts(act).length > 0) ? ownWorld(newJob, shell) : NO_WORLD;
}

/** The job is made anew for each boot, for the subject file may have changed. */
function ownWorld(newJob: () => Promise<RunJob>, shell: Shell): KeptWorld {
  let world: World | undefined;
  const takeDown = async () => {
    await world?.[Symbol.asyncDispose]();
    world = undefined;
  };
  return {
    ready: async () => {
      if (world && isWhole(world.id)) return world.id;
      await takeDown();
      const startedMs = performance.now();
      world = await bootWorld(bootOrder(await newJob()));
      shell.err(`World ${world.id} is up (${Math.round(performance.now() - startedMs)} ms).\n`);
      return world.id;
    },
    renew: takeDown,
    [Symbol.asyncDispose]: takeDown,
  };
}

/** Somebody else's: it is neither renewed nor taken down. */
function lentWorld(id: string, shell: Shell): KeptWorld {
  return {
    ready: async () => id,
    renew: async () => shell.err(`World ${id} stays as it is; only another one would show the change.\n`),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

const NO_WORLD: KeptWorld = {
  ready: async () => undefined,
  renew: () => Promise.resolve(),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};

/** A service may have died meanwhile, or somebody has taken the world down. */
function isWhole(id: string): boolean {
  try {
    openWorld(id);
    return true;
  } catch {
    return false;
  }
}
