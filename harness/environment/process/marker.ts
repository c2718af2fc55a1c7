import { readdirSync, readFileSync } from 'node:fs';
import { identify, type ProcessIdentity } from './identity.ts';

/** Environment variable that every process of a world carries, and hands on to its children. */
export const WORLD_MARKER = 'ASSAY_WORLD_ID';

/**
 * Processes that carry the marker of a world: children of a service that has died, or one that started in the
 * moment before a crash. Only Linux can tell; elsewhere the recorded ones are all we know.
 */
export function markedProcesses(worldId: string): readonly ProcessIdentity[] {
  if (process.platform !== 'linux') return [];
  const marker = `${WORLD_MARKER}=${worldId}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && carries(name, marker))
    .flatMap((name) => identify(Number(name)) ?? []);
}

function carries(pid: string, marker: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(marker);
  } catch {
    return false;
  }
}
