import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the bundles of a clone are kept: below its packages, so that what stays outside of them is found from there. */
export function cacheInClone(root) {
  return join(root, 'node_modules/.cache/assay/cli');
}

/**
 * Where they are kept when the clone is read-only: a folder of this user's own below the system's temporary directory.
 * What lies there is executed, so one that somebody else could write to is refused. Another one every day, because
 * cleaners of temporary directories take old files away one by one.
 */
export function cacheOfUser(root) {
  const own = join(tmpdir(), `assay-cli-${process.getuid?.() ?? 'user'}`);
  makeFolder(own);
  mustBeOurs(own);
  const place = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const ofClone = join(own, `${place}-${Math.floor(Date.now() / DAY_MS)}`);
  makeFolder(ofClone);
  unlessThere(() => symlinkSync(join(root, 'node_modules'), join(ofClone, 'node_modules')));
  return ofClone;
}

const DAY_MS = 86_400_000;

function makeFolder(path) {
  unlessThere(() => mkdirSync(path, { mode: 0o700 }));
}

function unlessThere(make) {
  try {
    make();
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

function mustBeOurs(path) {
  const found = lstatSync(path);
  const isPrivate = (found.mode & 0o077) === 0;
  if (found.isDirectory() && isPrivate && found.uid === (process.getuid?.() ?? found.uid)) return;
  throw new Error(
    `${path} is kept for the programs of this user, but others can write to it or own it. [CACHE_NOT_OURS]\n` +
      `Fix: Remove ${path}, set TMPDIR to a directory of your own, or make the clone writable.`,
  );
}
