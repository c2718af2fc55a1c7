import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ASSAY } from '../../support/command.ts';
import { EnvironmentError, UsageError } from '../../support/errors.ts';
import { projectRoot } from '../../support/paths.ts';
import { isAlive } from '../process/identity.ts';
import { watchByNumbers } from '../vigil/by-numbers.ts';
import type { World, WorldRecord } from '../world.ts';
import { closeWorld } from './ledger.ts';
import { placesOf } from './places.ts';
import { readWorldFile } from './world-file.ts';

/** A world of this user, and the services of it that no longer run. */
export interface ListedWorld {
  readonly record: WorldRecord;
  readonly dead: readonly string[];
}

/** Whether this clone has booted it, and not another one of this user. */
export function isOfThisClone({ record }: ListedWorld): boolean {
  return record.clone === projectRoot;
}

/** All worlds of this user, oldest first. `directory` is the registry, when it is not the usual one. */
export function listWorlds(directory?: string): readonly ListedWorld[] {
  const { worlds } = placesOf(directory);
  return readdirSync(worlds)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => {
      const file = readWorldFile(join(worlds, name));
      return file.kind === 'known' ? [file.record] : [];
    })
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    .map((record) => ({ record, dead: namesOfDead(record) }));
}

/**
 * Attaches to a running world; disposing the result leaves it running.
 * Throws `UsageError` for an unknown id, `EnvironmentError` when it is not whole.
 */
export function openWorld(id: string, directory?: string): World {
  const { record, dead } = find(id, directory);
  if (record.state === 'ready' && dead.length === 0)
    return { ...record, ...watchByNumbers(record), [Symbol.asyncDispose]: () => Promise.resolve() };
  const what = dead.length > 0 ? `no longer runs: ${dead.join(', ')}` : 'is still booting';
  throw new EnvironmentError({
    code: 'WORLD_NOT_WHOLE',
    message: `World ${id} cannot be used, it ${what}.`,
    fix: `Stop it with \`${ASSAY} down ${id}\` and boot another one with \`${ASSAY} up\`.`,
  });
}

/** Takes down a world that runs, whoever booted it. Throws `UsageError` for an unknown id. */
export async function stopWorld(id: string, directory?: string): Promise<void> {
  await closeWorld(find(id, directory).record);
}

function find(id: string, directory: string | undefined): ListedWorld {
  const all = listWorlds(directory);
  const found = all.find(({ record }) => record.id === id);
  if (found) return found;
  const ids = all.map(({ record }) => record.id);
  throw new UsageError({
    code: 'UNKNOWN_WORLD',
    message: `There is no world ${id}.`,
    fix: ids.length > 0 ? `Running: ${ids.join(', ')}.` : `None is running; boot one with \`${ASSAY} up\`.`,
  });
}

function namesOfDead(record: WorldRecord): readonly string[] {
  return record.services.filter((service) => !isAlive(service)).map(({ name }) => name);
}
