import { readHandling } from '../handling/journal.ts';
import { isAlive, isStopped } from '../process/identity.ts';
import { lastLines } from '../process/log-tail.ts';
import type { ServiceRecord } from '../process/service.ts';
import { servicesNow } from '../registry/services-now.ts';
import type { WorldDescription } from '../world.ts';
import type { Loss, Watched } from './loss.ts';

/**
 * Watches a world that somebody else has booted: its processes are looked at by their numbers, nobody tells when one
 * ends, and how it ended is not known.
 */
export function watchByNumbers(world: WorldDescription): Watched {
  return {
    lost: async () => {
      const ordered = orderedIn(world);
      for (const record of servicesNow(world)) {
        if (ordered.has(record.name)) continue;
        if (!isAlive(record)) return lossOf(record, 'ended');
        if (isStopped(record)) return lossOf(record, 'stopped');
      }
      return undefined;
    },
    onLoss: () => ({ [Symbol.dispose]: () => undefined }),
  };
}

/** Services that were killed or paused by order, and not brought back since. */
function orderedIn(world: WorldDescription): ReadonlySet<string> {
  const ordered = new Set<string>();
  for (const { service, action } of readHandling(world)) {
    if (action === 'kill' || action === 'pause') ordered.add(service);
    else if (action === 'continue' || action === 'start' || action === 'restart') ordered.delete(service);
  }
  return ordered;
}

function lossOf({ name, logFile }: ServiceRecord, state: Loss['state']): Loss {
  return { service: name, state, lastLines: lastLines(logFile) };
}
