import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ASSAY } from '../../support/command.ts';
import { EnvironmentError, UsageError } from '../../support/errors.ts';
import { projectRoot } from '../../support/paths.ts';
import { isAlive } from '../process/identity.ts';
import { watchByNumbers } from '../vigil/by-numbers.ts';
import { watchElsewhere } from '../vigil/elsewhere.ts';
import type { World, WorldRecord } from '../world.ts';
import { closeWorld } from './ledger.ts';
import { placesOf } from './places.ts';
import { isWanted } from './wanted.ts';
import { readWorldFile } from './world-file.ts';

/** A world of this user, how it is now, and the services of it that no longer run. */
export interface ListedWorld {
  readonly record: WorldRecord;
  /** `dead`: nobody needs it any more, and the next start takes it down; `incomplete`: not all of it runs. */
  readonly state: WorldRecord['state'] | 'incomplete' | 'dead';
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
    .map((record) => {
      const dead = namesOfDead(record);
      return { record, dead, state: stateOf(record, dead) };
    });
}

/** What a record says was so when it was written; whether its processes live is looked at now. */
function stateOf(record: WorldRecord, dead: readonly string[]): ListedWorld['state'] {
  const isDeserted = record.state === 'ready' && dead.length > 0 && dead.length === record.services.length;
  if (isDeserted || !isWanted(record)) return 'dead';
  return dead.length > 0 ? 'incomplete' : record.state;
}

/**
 * Attaches to a running world; disposing the result leaves it running.
 * Throws `UsageError` for an unknown id, `EnvironmentError` when it is not whole.
 */
export function openWorld(id: string, directory?: string): World {
  const { record, dead } = find(id, directory);
  if (record.state === 'ready' && dead.length === 0) {
    const watched = watchElsewhere(record.subject, watchByNumbers(record));
    return { ...record, ...watched, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
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
  throw new UsageError({
    code: 'UNKNOWN_WORLD',
    message: `There is no world ${id}.`,
    fix: [ownWorlds(all), ...othersWorlds(all)].join(' '),
  });
}

function ownWorlds(all: readonly ListedWorld[]): string {
  const ids = all.filter(isOfThisClone).map(({ record }) => record.id);
  if (ids.length > 0) return `This clone has ${ids.join(', ')}.`;
  return `This clone has none; boot one with \`${ASSAY} up\`.`;
}

/** Those of other clones are somebody else's to name. */
function othersWorlds(all: readonly ListedWorld[]): readonly string[] {
  const others = all.filter((world) => !isOfThisClone(world)).length;
  return others > 0 ? [`Other clones have ${others}: \`${ASSAY} ps --all\` lists them.`] : [];
}

function namesOfDead(record: WorldRecord): readonly string[] {
  return record.services.filter((service) => !isAlive(service)).map(({ name }) => name);
}
