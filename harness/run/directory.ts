import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { REPORT_FILES } from '../report/index.ts';
import { UsageError } from '../support/errors.ts';
import { LOCK_FILE, lockDirectory } from './lock.ts';

const OURS: readonly string[] = [...REPORT_FILES, 'events.ndjson', 'evidence', 'playwright'];

/** What a run that was killed while it wrote a report leaves beside it. */
const HALF_WRITTEN = /\.tmp$/;

/**
 * Makes the run directory, or empties the one of an earlier run, and holds it until it is disposed. A folder that holds
 * anything else, or that another run writes to, is refused.
 */
export async function openRunDirectory(directory: string): Promise<AsyncDisposable> {
  await makeFolder(directory).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError({
      code: 'OUT_UNWRITABLE',
      message: `The run directory ${directory} cannot be made (${cause.code}).`,
      fix: 'Name another one with --out.',
    });
  });
  const foreign = (await readdir(directory)).filter((name) => !isOurs(name));
  if (foreign.length > 0) throw notOurs(directory, foreign);
  const lock = await lockDirectory(directory);
  const old = (await readdir(directory)).filter((name) => name !== LOCK_FILE);
  for (const name of old) await rm(join(directory, name), { recursive: true, force: true });
  return lock;
}

/** Step by step, because Node's own `recursive` never returns where a file system refuses new folders with ENOENT. */
async function makeFolder(directory: string): Promise<void> {
  const problem = await makeOne(directory);
  if (problem?.code === 'ENOENT' && dirname(directory) !== directory) {
    await makeFolder(dirname(directory));
    const again = await makeOne(directory);
    if (again) throw again;
  } else if (problem) throw problem;
}

async function makeOne(directory: string): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await mkdir(directory);
    return undefined;
  } catch (error) {
    const problem = error as NodeJS.ErrnoException;
    return problem.code === 'EEXIST' && (await stat(directory)).isDirectory() ? undefined : problem;
  }
}

function isOurs(name: string): boolean {
  const file = name.replace(/\.[^.]+\.tmp$/, '');
  return OURS.includes(name) || name === LOCK_FILE || (HALF_WRITTEN.test(name) && OURS.includes(file));
}

function notOurs(directory: string, foreign: readonly string[]): UsageError {
  return new UsageError({
    code: 'OUT_NOT_OURS',
    message: `${directory} holds things that no run of Assay wrote: ${foreign.slice(0, 5).join(', ')}.`,
    fix: 'Name an empty or new folder with --out.',
  });
}
