import { createHash } from 'node:crypto';
import { link as hardLink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../environment/index.ts';
import { type AssayError, EnvironmentError, UsageError } from '../support/errors.ts';
import { isOfFullDisk } from '../support/full-disk.ts';
import { sweepDrafts } from './lock-drafts.ts';
import { createLock, holderIn, type Link, settled } from './lock-file.ts';

/** Name of the file by which a run holds its directory; whatever begins so belongs to the holding. */
export const LOCK_FILE = '.assay-lock';

/** What may differ where a lock is made. */
export interface LockOptions {
  readonly link?: Link;
  /** So long a lock may name nobody while somebody alive seems to be writing it. */
  readonly patienceMs?: number;
}

/** Longer than any disk takes for a line. */
const PATIENCE_MS = 10_000;

/** Holds a run directory until it is disposed. Throws `UsageError` while another living run has it. */
export async function lockDirectory(directory: string, options: LockOptions = {}): Promise<AsyncDisposable> {
  const file = join(directory, LOCK_FILE);
  await acquire(file, directory, { link: hardLink, patienceMs: PATIENCE_MS, ...options });
  try {
    await sweepDrafts(file);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return { [Symbol.asyncDispose]: () => rm(file, { force: true }) };
}

/**
 * A lock appears with its holder in it, or empty and with a draft beside it that names its holder. One whose holder is
 * dead, or that nobody can be writing, is taken over by whoever has the lock on doing so: of several that find it, one.
 */
async function acquire(file: string, directory: string, options: Required<LockOptions>): Promise<void> {
  while (!(await writing(directory, () => createLock(file, options.link)))) {
    const found = await leftBehind(file, directory, options);
    if (found === undefined) continue;
    const claim = `${file}-${createHash('sha256').update(found).digest('hex').slice(0, 12)}`;
    await acquire(claim, directory, options);
    try {
      if ((await leftBehind(file, directory, options)) === found) await writing(directory, () => rm(file));
    } finally {
      await rm(claim, { force: true });
    }
  }
}

/** What a lock of nobody alive holds; nothing when there is no lock by now. Throws `UsageError` for one of the living. */
async function leftBehind(
  file: string,
  directory: string,
  { patienceMs }: Required<LockOptions>,
): Promise<string | undefined> {
  const found = await settled(file, patienceMs);
  if ('writer' in found) throw inUse(directory, found.writer.pid);
  const holder = holderIn(found.text ?? '');
  if (holder && isAlive(holder)) throw inUse(directory, holder.pid);
  return found.text;
}

/** What keeps us from writing is the user's to mend; what keeps us from looking is told as it is. */
async function writing<T>(directory: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw unwritable(directory, error as NodeJS.ErrnoException);
  }
}

function unwritable(directory: string, error: NodeJS.ErrnoException): AssayError {
  const Refusal = isOfFullDisk(error) ? EnvironmentError : UsageError;
  return new Refusal({
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
