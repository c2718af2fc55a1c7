import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../support/errors.ts';

const OURS = [
  'events.ndjson',
  'report.json',
  'ctrf.json',
  'junit.xml',
  'summary.md',
  'evidence',
  'playwright',
] as const;

/** Makes the run directory, or empties the one of an earlier run; a folder that holds anything else is refused. */
export async function openRunDirectory(directory: string): Promise<void> {
  await makeFolder(directory).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError({
      code: 'OUT_UNWRITABLE',
      message: `The run directory ${directory} cannot be made (${cause.code}).`,
      fix: 'Name another one with --out.',
    });
  });
  const foreign = (await readdir(directory)).filter((name) => !isOurs(name));
  if (foreign.length > 0) throw notOurs(directory, foreign);
  for (const name of OURS) await rm(join(directory, name), { recursive: true, force: true });
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
  return (OURS as readonly string[]).includes(name);
}

function notOurs(directory: string, foreign: readonly string[]): UsageError {
  return new UsageError({
    code: 'OUT_NOT_OURS',
    message: `${directory} holds things that no run of Assay wrote: ${foreign.slice(0, 5).join(', ')}.`,
    fix: 'Name an empty or new folder with --out.',
  });
}
