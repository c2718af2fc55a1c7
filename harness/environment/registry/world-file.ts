import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORLD_SCHEMA, type WorldRecord } from '../world.ts';

/** Writes `world.json` of a world in one step, readable by us alone. */
export function writeWorldFile(directory: string, record: WorldRecord): void {
  const file = join(directory, 'world.json');
  writeFileSync(`${file}.next`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.next`, file);
}

/** What a world directory tells: its record, one of another layout version, or nothing readable. */
export type WorldFile =
  | { readonly kind: 'known'; readonly record: WorldRecord }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreadable' };

/** Reads `world.json` of a directory; never throws. */
export function readWorldFile(directory: string): WorldFile {
  try {
    const record = JSON.parse(readFileSync(join(directory, 'world.json'), 'utf8')) as WorldRecord;
    return record.schema === WORLD_SCHEMA ? { kind: 'known', record } : { kind: 'foreign' };
  } catch {
    return { kind: 'unreadable' };
  }
}
