import { createHash } from 'node:crypto';
import { link as hardLink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../environment/index.ts';
import { UsageError } from '../support/errors.ts';
import { createLock, holderIn, type Link, settledText, sweepDrafts, textOf } from './lock-file.ts';

/** Name of the file by which a run holds its directory; whatever begins so belongs to the holding. */
export const LOCK_FILE = '.assay-lock';

/** Holds a run directory until it is disposed. Throws `UsageError` while another living run has it. */
export async function lockDirectory(directory: string, link: Link = hardLink): Promise<AsyncDisposable> {
  const file = join(directory, LOCK_FILE);
  await acquire(file, directory, link);
  try {
    await sweepDrafts(file);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return { [Symbol.asyncDispose]: () => rm(file, { force: true }) };
}

/**
 * A lock appears with its holder in it or not at all, where the file system has hard links. One whose holder is dead, or
 * that names none, is taken over by whoever has the lock on doing so: of several that find it, one.
 */
async function acquire(file: string, directory: string, link: Link): Promise<void> {
  while (!(await writing(directory, () => createLock(file, link)))) {
    const found = await settledText(file);
    if (found === undefined) continue;
    const holder = holderIn(found);
    if (holder && isAlive(holder)) throw inUse(directory, holder.pid);
    const claim = `${file}-${createHash('sha256').update(found).digest('hex').slice(0, 12)}`;
    await acquire(claim, directory, link);
    try {
      if ((await textOf(file)) === found) await writing(directory, () => rm(file));
    } finally {
      await rm(claim, { force: true });
    }
  }
}

/** What keeps us from writing is the user's to mend; what keeps us from looking is told as it is. */
async function writing<T>(directory: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw unwritable(directory, error as NodeJS.ErrnoException);
  }
}

function unwritable(directory: string, error: NodeJS.ErrnoException): UsageError {
  return new UsageError({
    code: 'OUT_UNWRITABLE',
    message: `Nothing can be written into the run directory ${directory} (${error.code}).`,
    fix: 'Make it writable and give it room, or name another folder with --out.',
    cause: error,
  });
}

function inUse(directory: string, pid: number): UsageError {
  return new UsageError({
    code: 'OUT_IN_USE',
    message: `Another run (process ${pid}) is writing to ${directory}.`,
    fix: 'Wait for it, or name another folder with --out.',
  });
}
