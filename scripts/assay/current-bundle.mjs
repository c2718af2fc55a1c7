import { existsSync, readdirSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSafe } from '../../harness/support/private-folder.mjs';
import { cacheInClone, cacheOfUser } from './caches.mjs';
import { readSources } from './sources.mjs';

/**
 * Absolute path of the bundle of exactly those sources that lie in the clone at `root`; made, if there is none yet. It
 * is known by their content alone, so whatever was copied, moved, restored or touched, what runs is what lies here. One
 * that others could have written to is not run: another is made in a private folder of this user.
 */
export async function currentBundle(root) {
  const sources = readSources(root);
  const inClone = join(cacheInClone(root), sources.key);
  if (!existsSync(inClone)) await couldMake(sources, inClone);
  if (isUntouched(inClone, root)) return mainOf(inClone);
  const ofUser = join(cacheOfUser(root), sources.key);
  if (!existsSync(ofUser)) await make(sources, ofUser);
  return mainOf(ofUser);
}

/** A clone that is read-only, or on a full disk, gets none. */
async function couldMake(sources, folder) {
  try {
    await make(sources, folder);
  } catch (error) {
    if (!CANNOT_WRITE.has(error.code)) throw error;
  }
}

const CANNOT_WRITE = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'EDQUOT']);

/** Its name can be worked out by anybody, so where others may write, what is there proves nothing. */
function isUntouched(folder, root) {
  if (!isSafe(dirname(folder), root) || !isSafe(folder, root)) return false;
  return readdirSync(folder).every((name) => isSafe(join(folder, name), root));
}

/** The bundler is loaded only when there is something to bundle. */
async function make(sources, folder) {
  const { makeBundle } = await import('./make-bundle.mjs');
  await makeBundle(sources, folder);
}

/** Its time says when it was last used, so that what is removed one day is what nobody needs. */
async function mainOf(folder) {
  const now = new Date();
  await utimes(folder, now, now).catch(() => undefined);
  return join(folder, 'main.mjs');
}
