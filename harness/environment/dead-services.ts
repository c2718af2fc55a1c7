import { isAlive } from './process/identity.ts';
import { lastLines } from './process/log-tail.ts';
import type { WorldRecord } from './world.ts';

/** A service that ended although its world still stands. */
export interface DeadService {
  readonly name: string;
  readonly lastLines: readonly string[];
}

/** Services of a world that no longer run, with the last lines they wrote; none in a healthy world. */
export function deadServices(world: Pick<WorldRecord, 'services'>): readonly DeadService[] {
  return world.services
    .filter((service) => !isAlive(service))
    .map(({ name, logFile }) => ({ name, lastLines: lastLines(logFile) }));
}
