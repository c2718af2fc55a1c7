import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './binaries.ts';
import type { Owner } from './owner.ts';

const run = promisify(execFile);

/**
 * The same programs where the database's user can get at them: the npm package of a checkout below /root, say, is
 * copied once to the templates.
 */
export async function reachable(
  binaries: PostgresBinaries,
  owner: Owner | undefined,
  templates: string,
): Promise<PostgresBinaries> {
  if (!owner || binaries.from === 'path' || isOpenToAll(dirname(binaries.postgres))) return binaries;
  const native = dirname(dirname(binaries.postgres));
  const { mtimeMs } = statSync(binaries.postgres);
  const key = createHash('sha256').update(`${native} ${mtimeMs}`).digest('hex').slice(0, 16);
  const home = join(templates, `package-${key}`);
  if (!existsSync(home)) await copy(native, home);
  return { ...binaries, postgres: join(home, 'bin', 'postgres'), initdb: join(home, 'bin', 'initdb') };
}

/** Whether everybody may pass through a directory and all above it. */
export function isOpenToAll(directory: string): boolean {
  const above = dirname(directory);
  return (statSync(directory).mode & 0o001) !== 0 && (above === directory || isOpenToAll(above));
}

async function copy(native: string, home: string): Promise<void> {
  const nascent = join(dirname(home), `.${randomBytes(6).toString('hex')}`);
  try {
    await run('cp', ['-a', native, nascent]);
    renameSync(nascent, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  } finally {
    await rm(nascent, { recursive: true, force: true });
  }
}
