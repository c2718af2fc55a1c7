import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from '../environment/index.ts';
import { UsageError } from '../support/errors.ts';
import { OWN_FILE } from '../support/own-files.ts';

/** Name of the file by which a run holds its directory. */
export const LOCK_FILE = '.assay-lock';

/** Holds a run directory until it is disposed. Throws `UsageError` while another living run has it. */
export async function lockDirectory(directory: string): Promise<AsyncDisposable> {
  const file = join(directory, LOCK_FILE);
  const holder = await readHolder(file);
  if (holder && isAlive(holder)) throw inUse(directory, holder.pid);
  try {
    await rm(file, { force: true });
    await writeFile(file, JSON.stringify(identify(process.pid)), { flag: 'wx', mode: OWN_FILE });
  } catch (error) {
    throw refused(directory, error as NodeJS.ErrnoException);
  }
  return { [Symbol.asyncDispose]: () => rm(file, { force: true }) };
}

async function readHolder(file: string): Promise<ProcessIdentity | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function refused(directory: string, error: NodeJS.ErrnoException): UsageError {
  if (error.code === 'EEXIST') return inUse(directory, undefined);
  return new UsageError({
    code: 'OUT_UNWRITABLE',
    message: `Nothing can be written into the run directory ${directory} (${error.code}).`,
    fix: 'Make it writable and give it room, or name another folder with --out.',
    cause: error,
  });
}

function inUse(directory: string, pid: number | undefined): UsageError {
  return new UsageError({
    code: 'OUT_IN_USE',
    message: `Another run${pid === undefined ? '' : ` (process ${pid})`} is writing to ${directory}.`,
    fix: 'Wait for it, or name another folder with --out.',
  });
}
