import { readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeOwn } from '../../support/own-files.ts';
import type { ServiceRecord } from '../process/service.ts';
import { WORLD_SCHEMA, type WorldRecord } from '../world.ts';

/** Writes `world.json` of a world in one step, readable by us alone. */
export function writeWorldFile(directory: string, record: WorldRecord): void {
  const file = join(directory, 'world.json');
  writeOwn(`${file}.next`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${file}.next`, file);
}

/** What a world directory tells: its record, one of another layout version, or nothing readable. */
export type WorldFile =
  | { readonly kind: 'known'; readonly record: WorldRecord }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreadable' };

/**
 * Reads `world.json` of a directory; never throws. What it says of its own place is not believed, for what stands there
 * is removed one day; nor is a record that lies under the name of another.
 */
export function readWorldFile(directory: string): WorldFile {
  try {
    const record = JSON.parse(readFileSync(join(directory, 'world.json'), 'utf8')) as WorldRecord;
    if (record.schema !== WORLD_SCHEMA) return { kind: 'foreign' };
    return isWhole(record, basename(directory))
      ? { kind: 'known', record: { ...record, directory } }
      : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Whether it has what taking it down needs; its folder is nascent under its name with a dot before it. */
function isWhole({ id, services, supervisorPid, createdAt }: WorldRecord, name: string): boolean {
  const told = [typeof supervisorPid, typeof createdAt].join() === 'number,string' && Array.isArray(services);
  return told && id === name.replace(/^\./, '') && services.every(isService);
}

function isService(service: Partial<ServiceRecord> | null): boolean {
  return typeof service?.name === 'string' && typeof service.pid === 'number';
}
