import { isAlive } from '../process/identity.ts';
import type { WorldRecord } from '../world.ts';

/** A world stays while its run lives; one that is kept alive, once booted, while any of its services lives. */
export function isWanted(world: WorldRecord): boolean {
  if (isAlive({ pid: world.supervisorPid, startTicks: world.supervisorTicks })) return true;
  return world.keepAlive && world.state === 'ready' && world.services.some(isAlive);
}
