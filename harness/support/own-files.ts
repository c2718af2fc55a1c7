import { closeSync, constants, lstatSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { HarnessError } from './errors.ts';
import { writingTo } from './full-disk.ts';

/** What we make is for this user alone: a run holds what others must not read. */
export const OWN_FOLDER = 0o700;
export const OWN_FILE = 0o600;

/** A cache in a clone holds no secrets: who else may run the clone reads it, and nobody else writes it, whatever the umask. */
export const CACHE_FOLDER = 0o755;
export const CACHE_FILE = 0o644;

const { O_APPEND, O_CREAT, O_NOFOLLOW, O_TRUNC, O_WRONLY } = constants;

/** Writes a file that only this user can read. A link in its place is not followed, it is an error. */
export function writeOwn(file: string, content: string | Uint8Array): void {
  put(file, O_TRUNC, content);
}

/** Adds to such a file, in one write. */
export function appendOwn(file: string, content: string): void {
  put(file, O_APPEND, content);
}

/**
 * Makes the folders on the way from `root` down to `folder`, for this user alone. Throws `HarnessError` where one of them
 * is a link, which would lead elsewhere.
 */
export function makeOwnFolders(root: string, folder: string): void {
  let path = root;
  for (const name of relative(root, folder).split(sep)) {
    path = join(path, name);
    mkdirSync(path, { recursive: true, mode: OWN_FOLDER });
    if (!lstatSync(path).isDirectory()) throw ledElsewhere(path);
  }
}

function put(file: string, how: number, content: string | Uint8Array): void {
  const descriptor = open(file, O_WRONLY | O_CREAT | O_NOFOLLOW | how);
  try {
    writingTo(file, () => writeFileSync(descriptor, content));
  } finally {
    closeSync(descriptor);
  }
}

function open(file: string, flags: number): number {
  try {
    return openSync(file, flags, OWN_FILE);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ELOOP' ? ledElsewhere(file) : error;
  }
}

function ledElsewhere(path: string): HarnessError {
  return new HarnessError({
    code: 'LED_ELSEWHERE',
    message: `${path} is a link that somebody has put there; nothing was written through it.`,
    fix: `Find out who writes into ${dirname(path)}: a subject runs as this user and must be trusted.`,
  });
}
