import { createHash, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from '../environment/index.ts';
import { UsageError } from '../support/errors.ts';
import { OWN_FILE } from '../support/own-files.ts';

/** Name of the file by which a run holds its directory; whatever begins so belongs to the holding. */
export const LOCK_FILE = '.assay-lock';

/** Holds a run directory until it is disposed. Throws `UsageError` while another living run has it. */
export async function lockDirectory(directory: string): Promise<AsyncDisposable> {
  const file = join(directory, LOCK_FILE);
  try {
    await acquire(file, directory);
  } catch (error) {
    throw error instanceof UsageError ? error : unwritable(directory, error as NodeJS.ErrnoException);
  }
  return { [Symbol.asyncDispose]: () => rm(file, { force: true }) };
}

/**
 * A lock appears with its holder in it or not at all. One whose holder is dead, or that names none, is taken over by
 * whoever has the lock on doing so: of several that find it, one.
 */
async function acquire(file: string, directory: string): Promise<void> {
  while (!(await create(file))) {
    const found = await textOf(file);
    if (found === undefined) continue;
    const holder = holderIn(found);
    if (holder && isAlive(holder)) throw inUse(directory, holder.pid);
    const claim = `${file}-${createHash('sha256').update(found).digest('hex').slice(0, 12)}`;
    await acquire(claim, directory);
    try {
      if ((await textOf(file)) === found) await rm(file);
    } finally {
      await rm(claim, { force: true });
    }
  }
}

/** False when there is one. */
async function create(file: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(identify(process.pid)), { flag: 'wx', mode: OWN_FILE });
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function holderIn(text: string): ProcessIdentity | undefined {
  try {
    const { pid, startTicks } = JSON.parse(text);
    return Number.isInteger(pid) && Number.isFinite(startTicks) ? { pid, startTicks } : undefined;
  } catch {
    return undefined;
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
