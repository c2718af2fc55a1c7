import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheInClone, cacheOfUser } from './caches.mjs';
import { readSources } from './sources.mjs';

/**
 * Absolute path of the bundle of exactly those sources that lie in the clone at `root`; made, if there is none yet. It
 * is known by their content alone, so whatever was copied, moved, restored or touched, what runs is what lies here.
 */
export async function currentBundle(root) {
  const sources = readSources(root);
  const inClone = join(cacheInClone(root), sources.key);
  if (existsSync(inClone)) return mainOf(inClone);
  if (await couldMake(sources, inClone)) return mainOf(inClone);
  const ofUser = join(cacheOfUser(root), sources.key);
  if (!existsSync(ofUser)) await make(sources, ofUser);
  return mainOf(ofUser);
}

/** False in a clone that is read-only. */
async function couldMake(sources, folder) {
  try {
    await make(sources, folder);
    return true;
  } catch (error) {
    if (CANNOT_WRITE.has(error.code)) return false;
    throw error;
  }
}

const CANNOT_WRITE = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EEXIST']);

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
