import type { WorldDescription } from '../world.ts';
import type { CutWay, Deed, HandlingEntry, KillSignal, ServiceStatus, Settings } from './actions.ts';
import { advanceClock } from './advance-clock.ts';
import { openDesk } from './desk.ts';
import type { Grip } from './grip.ts';
import { readHandling } from './journal.ts';
import { type Hands, ownersHands } from './owner.ts';
import { unknownService } from './refusals.ts';

/** A way to handle the services of a world from any process of this machine that has its description. */
export interface WorldHandle {
  /** Throws `HarnessError`, with the names there are, for one that the world does not know. */
  service(name: string): ServiceHandle;
  /** The services as they are now; the description has them as they were booted. */
  services(): Promise<readonly ServiceStatus[]>;
  /**
   * Puts the clock of the platform forward by `ms` milliseconds, with every timer that becomes due; answers the time that
   * it shows then, in milliseconds since the epoch. Throws `HarnessError` in a world that was not booted with `clock:
   * 'driven'`, `EnvironmentError` when the platform did not do it.
   */
  advance(ms: number): Promise<number>;
  /** What was done so far, by anybody. */
  journal(): readonly HandlingEntry[];
}

/**
 * What can be done to one service. Each answers with its journal entry once it is so: after `restart` and `start` the
 * service is ready again at the same URL, after `kill` its process is gone. Each rejects with `HarnessError` before
 * anything happens when it makes no sense, and with `EnvironmentError` when it did not work; that of a service which
 * does not come back has its exit code or signal and its last 50 lines.
 */
export interface ServiceHandle {
  /**
   * Asks it to end, makes it end after 2 s, and brings it back: with these settings beside its own until it is started
   * again, which only processes can.
   */
  restart(env?: Settings): Promise<HandlingEntry>;
  /** Ends it by a signal, SIGKILL unless told otherwise; SIGKILL takes all that descend from its process along. */
  kill(signal?: KillSignal): Promise<HandlingEntry>;
  /** Brings back what was killed or has died. */
  start(): Promise<HandlingEntry>;
  /** Stops it in its tracks: what it is asked waits. */
  pause(): Promise<HandlingEntry>;
  continue(): Promise<HandlingEntry>;
  /**
   * Lets nothing through to it; `reset` unless told otherwise. Its world must have been booted with its link. Of
   * containers only `loopback` can be cut off, by `refuse`, and all others with it.
   */
  cut(way?: CutWay): Promise<HandlingEntry>;
  heal(): Promise<HandlingEntry>;
}

/** Who handles a world, for the journal, and how long each action may take. */
export interface HandleOptions {
  readonly by: string;
  /** 20 s when absent. */
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 20_000;

/**
 * Takes a handle on the services of a world. One that `assay up` left running has no owner: there kill, pause and
 * continue are all that can be done.
 */
export function takeHandle(
  world: WorldDescription,
  { by, deadlineMs = DEADLINE_MS }: HandleOptions,
): WorldHandle {
  const hands = handsOn(world);
  const known = world.services.map(({ name }) => name);
  return {
    service: (name) => {
      if (!known.includes(name)) throw unknownService(world.id, name, known);
      return handleOn((deed) => hands.act({ service: name, by, deadlineMs, ...deed }));
    },
    services: () => hands.look(),
    advance: (ms) => advanceClock(world, ms, deadlineMs),
    journal: () => readHandling(world),
  };
}

function handleOn(act: (deed: Deed) => Promise<HandlingEntry>): ServiceHandle {
  return {
    restart: (env) => act({ action: 'restart', ...(env && { env }) }),
    kill: (signal = 'SIGKILL') => act({ action: 'kill', signal }),
    start: () => act({ action: 'start' }),
    pause: () => act({ action: 'pause' }),
    continue: () => act({ action: 'continue' }),
    cut: (way) => act({ action: 'cut', ...(way && { way }) }),
    heal: () => act({ action: 'heal' }),
  };
}

/** What does without an owner is loaded with the first order, and only where there is none. */
function handsOn(world: WorldDescription): Hands {
  if (world.handling) return ownersHands(world, world.handling);
  let desk: Promise<Hands> | undefined;
  const open = () => {
    desk ??= deskWithoutOwner(world);
    return desk;
  };
  return { act: async (order) => (await open()).act(order), look: async () => (await open()).look() };
}

async function deskWithoutOwner(world: WorldDescription): Promise<Hands> {
  const grips = await gripsWithoutOwner(world);
  const never = new AbortController().signal;
  return openDesk(world, new Map(grips.map((grip) => [grip.service, grip])), never);
}

async function gripsWithoutOwner(world: WorldDescription): Promise<readonly Grip[]> {
  switch (world.mode) {
    case 'process':
      return (await import('../process/grip.ts')).unownedGrips(world);
    case 'compose':
      return (await import('../compose/grip.ts')).unownedGrips(world);
    default:
      throw world.mode satisfies never;
  }
}
