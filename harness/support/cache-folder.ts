import { createHash } from 'node:crypto';
import { accessSync, constants, lstatSync, mkdirSync, type Stats, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EnvironmentError } from './errors.ts';
import { projectRoot } from './paths.ts';

/**
 * Absolute path of the folder in which a clone keeps something from run to run: below its packages, else, in a clone that
 * this user cannot write to, in a private one below the system's temporary directory. Programs that lie there find the
 * packages of the clone. It need not exist yet. Throws `EnvironmentError` when the private one is not ours alone.
 */
export function cacheFolder(name: string, root = projectRoot): string {
  const inClone = join(root, 'node_modules/.cache/assay', name);
  return isWritable(inClone) ? inClone : join(folderOfUser(root), name);
}

/** Whether it could be made or written to: the nearest folder that is there decides. */
function isWritable(path: string): boolean {
  const found = statOf(path);
  if (!found) return dirname(path) !== path && isWritable(dirname(path));
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return found.isDirectory();
  } catch {
    return false;
  }
}

/** A file where a folder would be hides all that would be below it. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** What lies there is executed, so one that somebody else could write to is refused. */
function folderOfUser(root: string): string {
  const own = join(tmpdir(), `assay-cache-${process.getuid?.() ?? 'user'}`);
  unlessThere(() => mkdirSync(own, { mode: 0o700 }));
  mustBeOurs(own);
  const ofClone = join(own, createHash('sha256').update(root).digest('hex').slice(0, 16));
  unlessThere(() => mkdirSync(ofClone, { mode: 0o700 }));
  unlessThere(() => symlinkSync(join(root, 'node_modules'), join(ofClone, 'node_modules')));
  return ofClone;
}

function unlessThere(make: () => void): void {
  try {
    make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function mustBeOurs(path: string): void {
  const found = lstatSync(path);
  const isPrivate = (found.mode & 0o077) === 0;
  if (found.isDirectory() && isPrivate && found.uid === (process.getuid?.() ?? found.uid)) return;
  throw new EnvironmentError({
    code: 'CACHE_NOT_OURS',
    message: `${path} is kept for the programs of this user, but others can write to it or own it.`,
    fix: `Remove ${path}, set TMPDIR to a directory of your own, or make the clone writable.`,
  });
}
