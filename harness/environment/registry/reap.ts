import { readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { takeDown } from '../process/take-down.ts';
import { closeWorld } from './ledger.ts';
import { type Places, placesOf } from './places.ts';
import { reapScratch } from './scratch.ts';
import { isWanted } from './wanted.ts';
import { readWorldFile } from './world-file.ts';

const NASCENT_MS = 60_000;

/** Takes down what killed runs left behind: processes first, then directories. Answers the ids of those worlds. */
export async function reapLeftovers(places: Places = placesOf()): Promise<readonly string[]> {
  await reapScratch(places);
  const names = readdirSync(places.worlds);
  const reaped = await Promise.all(names.map((name) => reap(join(places.worlds, name), name)));
  return names.filter((_, index) => reaped[index]);
}

async function reap(directory: string, name: string): Promise<boolean> {
  const file = readWorldFile(directory);
  switch (file.kind) {
    case 'foreign':
      return false;
    case 'known':
      if (name.startsWith('.') ? isYoung(directory) : isWanted(file.record)) return false;
      await closeWorld({ ...file.record, directory });
      return true;
    case 'unreadable':
      if (isYoung(directory)) return false;
      await takeDown(name, []);
      await rm(directory, { recursive: true, force: true });
      return true;
    default:
      throw file satisfies never;
  }
}

/** Perhaps somebody is making (or removing) it at this moment. */
function isYoung(directory: string): boolean {
  try {
    return Date.now() - statSync(directory).mtimeMs < NASCENT_MS;
  } catch {
    return true;
  }
}
