import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, isAlive } from '../process/identity.ts';
import { type Places, placesOf } from './places.ts';

/** A folder for what one piece of work needs meanwhile; only this user can look into it. */
export interface Scratch extends AsyncDisposable {
  readonly path: string;
}

/**
 * Makes a folder that goes away with its scope. Its name tells the process that made it, so that the next start finds it
 * when that process was killed: tokens and keys may lie in it.
 */
export async function openScratch(purpose: string, places: Places = placesOf()): Promise<Scratch> {
  const { pid, startTicks } = identify(process.pid) ?? { pid: process.pid, startTicks: 0 };
  const name = [purpose, pid, startTicks, randomBytes(5).toString('hex')].join('-');
  const path = join(places.scratch, name);
  await mkdir(path, { mode: 0o700 });
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Removes the folders that killed processes have left. */
export async function reapScratch({ scratch }: Places): Promise<void> {
  const left = readdirSync(scratch).filter((name) => {
    const owner = /-(\d+)-(\d+)-[0-9a-f]+$/.exec(name);
    return owner !== null && !isAlive({ pid: Number(owner[1]), startTicks: Number(owner[2]) });
  });
  await Promise.all(left.map((name) => rm(join(scratch, name), { recursive: true, force: true })));
}
