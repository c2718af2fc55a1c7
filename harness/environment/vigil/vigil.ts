import { isAlive, isStopped } from '../process/identity.ts';
import type { ExitReason, Service } from '../process/service.ts';
import type { Loss, Watched } from './loss.ts';

/** The owner's watch over the processes of a world, from the moment each was ready. */
export interface Vigil extends Watched {
  /**
   * From now on this is the process of its service; what was excused of an earlier one is over. `isUp` tells of what that
   * process stands for, where that is something else.
   */
  admit(service: Service, isUp?: () => Promise<boolean>): void;
  /** What happens to a service by order is no loss, until another process takes its place. */
  excuse(name: string): void;
  /** It goes on as before. */
  expect(name: string): void;
  /** The world is being taken down. */
  end(): void;
}

/** Starts with no service. */
export function keepVigil(): Vigil {
  const watched = new Map<string, Service>();
  const asking = new WeakMap<Service, () => Promise<boolean>>();
  const excused = new Set<string>();
  const listeners = new Set<(loss: Loss) => void>();
  let over = false;
  const isWatched = (service: Service) => {
    const { name } = service.record;
    return !over && watched.get(name) === service && !excused.has(name);
  };
  return {
    admit: (service, isUp) => {
      const { name } = service.record;
      watched.set(name, service);
      if (isUp) asking.set(service, isUp);
      excused.delete(name);
      void service.ended.then((exit) => {
        if (isWatched(service)) for (const tell of listeners) tell(endedSo(service, exit));
      });
    },
    excuse: (name) => void excused.add(name),
    expect: (name) => void excused.delete(name),
    end: () => {
      over = true;
    },
    lost: async () => {
      for (const service of watched.values()) {
        if (!isWatched(service)) continue;
        const isUp = isAlive(service.record) && ((await asking.get(service)?.()) ?? true);
        if (!isUp) return endedSo(service, await endOf(service));
        if (isStopped(service.record)) return standingStill(service);
      }
      return undefined;
    },
    onLoss: (tell) => {
      listeners.add(tell);
      return { [Symbol.dispose]: () => void listeners.delete(tell) };
    },
  };
}

/** Nothing else may keep this process at work until that is known. */
async function endOf({ ended }: Service): Promise<ExitReason> {
  const hold = setInterval(() => undefined, 1_000);
  try {
    return await ended;
  } finally {
    clearInterval(hold);
  }
}

function endedSo(service: Service, { code, signal }: ExitReason): Loss {
  return {
    service: service.record.name,
    state: 'ended',
    ...(code !== null && { code }),
    ...(signal !== null && { signal }),
    lastLines: service.lastLines(),
  };
}

function standingStill(service: Service): Loss {
  return { service: service.record.name, state: 'stopped', lastLines: service.lastLines() };
}
