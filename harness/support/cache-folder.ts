import { accessSync, constants, existsSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EnvironmentError } from './errors.ts';
import { projectRoot } from './paths.ts';
import { folderOfUser, isSafe } from './private-folder.mjs';

/**
 * Absolute path of the folder in which a clone keeps something from run to run: below its packages, else, where this
 * user cannot write or others can, in a private one below the system's temporary directory. Programs that lie there find
 * the packages of the clone. It need not exist yet. Throws `EnvironmentError` when the private one is not ours alone.
 */
export function cacheFolder(name: string, root = projectRoot): string {
  const inClone = join(root, 'node_modules/.cache/assay', name);
  return isWritable(inClone) && isNobodyElses(inClone, root) ? inClone : join(ofUser(root), name);
}

/** What lies in there is executed. One that is not there yet is made for this user alone to write. */
function isNobodyElses(path: string, root: string): boolean {
  return isSafe(path, root) || !existsSync(path);
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

function ofUser(root: string): string {
  return folderOfUser(root, { name: 'assay-cache', refuse: (problem) => new EnvironmentError(problem) });
}
