import { execFile } from 'node:child_process';
import { chown, lstat, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Programs of PostgreSQL by absolute paths, and the user they run as. */
export interface Programs {
  readonly postgres: string;
  readonly initdb: string;
  readonly owner: { readonly uid: number; readonly gid: number };
}

/**
 * A cluster to copy from, of one initdb per version: made aside in `folder` and renamed into place, so that two test files
 * may race for it. The server does what its settings say, so one that somebody else could have written is refused.
 */
export async function templateCluster(programs: Programs, folder: string): Promise<string> {
  const { owner } = programs;
  const { stdout } = await run(programs.postgres, ['--version']);
  const version = stdout.replace(/[^\w.]+/g, '-');
  const place = join(folder, `platform-pg-template-${version}${owner.uid}`);
  const found = await lstat(place).catch(() => undefined);
  if (!found) await make(programs, folder, place);
  const { uid, mode } = await lstat(place);
  if (uid !== owner.uid || (mode & 0o077) !== 0)
    throw new Error(`${place} belongs to another user, or others can write to it: remove it.`);
  return place;
}

async function make({ initdb, owner }: Programs, folder: string, place: string): Promise<void> {
  const aside = await mkdtemp(join(folder, 'platform-pg-init-'));
  try {
    await chown(aside, owner.uid, owner.gid);
    const args = ['-D', aside, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
    await run(initdb, args, { ...owner, cwd: aside });
    await rename(aside, place).catch(ignoreLostRace);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function ignoreLostRace(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
