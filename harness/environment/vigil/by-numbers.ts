import type { Action } from '../handling/actions.ts';
import { readHandling } from '../handling/journal.ts';
import { isAlive, isStopped } from '../process/identity.ts';
import { lastLines } from '../process/log-tail.ts';
import type { ServiceRecord } from '../process/service.ts';
import { servicesNow } from '../registry/services-now.ts';
import type { WorldDescription } from '../world.ts';
import { isBackAfter } from './is-back.ts';
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

/**
 * Services that were ended or paused by order, and not brought back since. An order that was refused has done nothing;
 * one that failed may have done half of it.
 */
function orderedIn(world: WorldDescription): ReadonlySet<string> {
  const ordered = new Set<string>();
  for (const { service, action, result, stateAfter } of readHandling(world)) {
    if (result === 'refused' || !LIFE_AND_DEATH.includes(action)) continue;
    if (isBackAfter(action, result, stateAfter)) ordered.delete(service);
    else ordered.add(service);
  }
  return ordered;
}

const LIFE_AND_DEATH: readonly Action[] = ['kill', 'pause', 'continue', 'start', 'restart'];

function lossOf({ name, logFile }: ServiceRecord, state: Loss['state']): Loss {
  return { service: name, state, lastLines: lastLines(logFile) };
}
