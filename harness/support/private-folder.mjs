import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DAY_MS = 86_400_000;

/**
 * The folder of the clone at `root` in one of this user's own below the system's temporary directory, with the packages
 * of the clone beside it. What lies there is executed, so one that somebody else could write to is refused. With
 * `isDaily` another one every day, because cleaners of temporary directories take old files away one by one.
 */
export function folderOfUser(root, { name, isDaily = false, refuse }) {
  const own = join(tmpdir(), `${name}-${process.getuid?.() ?? 'user'}`);
  makeFolder(own);
  if (!isOursAlone(own)) throw refuse(notOurs(own));
  const place = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const ofClone = join(own, isDaily ? `${place}-${Math.floor(Date.now() / DAY_MS)}` : place);
  makeFolder(ofClone);
  unlessThere(() => symlinkSync(join(root, 'node_modules'), join(ofClone, 'node_modules')));
  return ofClone;
}

/**
 * Whether what lies at `path` is there, and nobody could have changed it but this user, root, and whoever owns the clone
 * at `root`, whose code is run in any case.
 */
export function isSafe(path, root) {
  const found = whatIsAt(path);
  if (!found) return false;
  const trusted = [process.getuid?.() ?? found.uid, 0, statSync(root).uid];
  return !found.isSymbolicLink() && (found.mode & 0o022) === 0 && trusted.includes(found.uid);
}

/** A file where a folder would be hides all that would be below it. */
function whatIsAt(path) {
  try {
    return lstatSync(path);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

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

function isOursAlone(path) {
  const found = lstatSync(path);
  const isPrivate = (found.mode & 0o077) === 0;
  return found.isDirectory() && isPrivate && found.uid === (process.getuid?.() ?? found.uid);
}

function notOurs(path) {
  return {
    code: 'CACHE_NOT_OURS',
    message: `${path} is kept for the programs of this user, but others can write to it or own it.`,
    fix: `Remove ${path}, set TMPDIR to a directory of your own, or make the clone writable.`,
  };
}
