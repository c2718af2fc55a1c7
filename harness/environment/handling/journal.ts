import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendOwn } from '../../support/own-files.ts';
import type { WorldHeader } from '../world.ts';
import type { HandlingEntry } from './actions.ts';

/** Adds one line to the journal of a world, in one write, so that several processes may do so. */
export function writeHandling(world: Pick<WorldHeader, 'directory'>, entry: HandlingEntry): void {
  appendOwn(fileOf(world), `${JSON.stringify(entry)}\n`);
}

/** What was done to the services of a world so far, in order; it is gone with the world's directory. */
export function readHandling(world: Pick<WorldHeader, 'directory'>): readonly HandlingEntry[] {
  return linesOf(fileOf(world)).map((line) => JSON.parse(line) as HandlingEntry);
}

function fileOf({ directory }: Pick<WorldHeader, 'directory'>): string {
  return join(directory, 'handling.ndjson');
}

/** A line without an end is one that is being written at this moment. */
function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
