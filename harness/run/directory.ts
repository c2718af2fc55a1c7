import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ATTESTATION_FILE } from '../attestation/file.ts';
import { REPORT_FILES } from '../report/index.ts';
import { EVENTS_FILE } from '../report/past-run.ts';
import { evidenceInOrder, foreignEvidence } from '../suites/evidence-list.ts';
import { EnvironmentError, UsageError } from '../support/errors.ts';
import { isOfFullDisk, naming } from '../support/full-disk.ts';
import { OWN_FILE, OWN_FOLDER } from '../support/own-files.ts';
import { LOCK_FILE, lockDirectory } from './lock.ts';
import { otherOwnerOf } from './owner.ts';

const OURS: readonly string[] = [...REPORT_FILES, EVENTS_FILE, 'evidence', 'playwright', ATTESTATION_FILE];

/** Says that a folder is the one of a run, and of which; without it nothing in there is ever removed. */
const MARKER = '.assay-run';

/** What a run that was killed while it wrote a report leaves beside it. */
const HALF_WRITTEN = /\.tmp$/;

/**
 * Makes the run directory, or empties the one of an earlier run, and holds it until it is disposed. A folder that holds
 * anything else, that no run or one of another user has marked, or that another run writes to, is refused.
 */
export async function openRunDirectory(directory: string, runId: string): Promise<AsyncDisposable> {
  await provideFolder(directory);
  const found = (await readdir(directory)).filter((name) => !isLock(name));
  const isMarked = found.includes(MARKER);
  const foreign = isMarked ? found.filter((name) => !isOurs(name)) : found;
  if (isMarked) foreign.push(...(await foreignEvidence(directory)));
  if (foreign.length > 0) throw notOurs(directory, foreign);
  await mustBeOfThisUser(directory);
  const lock = await lockDirectory(directory);
  await empty(directory);
  await mark(directory, runId).catch(async (error: unknown) => {
    await lock[Symbol.asyncDispose]();
    throw error;
  });
  return lock;
}

/** A folder without room for the mark is left empty, so that it can be used again. */
async function mark(directory: string, runId: string): Promise<void> {
  const marker = join(directory, MARKER);
  try {
    await writeFile(marker, `${runId}\n`, { mode: OWN_FILE, flag: 'wx' });
  } catch (error) {
    await rm(marker, { force: true });
    throw naming(marker, error);
  }
}

async function mustBeOfThisUser(directory: string): Promise<void> {
  const owner = await otherOwnerOf(join(directory, MARKER));
  if (owner === undefined) return;
  throw new UsageError({
    code: 'OUT_NOT_OURS',
    message: `${directory} is the run directory of another user (${owner}).`,
    fix: 'Name an empty or new folder with --out; nothing in this one was touched.',
  });
}

/** The marker goes last, so that whatever interrupts this leaves a folder that can be emptied. */
async function empty(directory: string): Promise<void> {
  const old = (await readdir(directory)).filter((name) => !isLock(name) && name !== MARKER);
  for (const name of [...(await evidenceInOrder(directory)), ...old, MARKER])
    await rm(join(directory, name), { recursive: true, force: true });
}

/** Makes the folder of a proof, in which each step has a run directory. Refused when it holds anything else. */
export async function openProofDirectory(directory: string): Promise<void> {
  await provideFolder(directory);
  const foreign = (await readdir(directory)).filter((name) => !existsSync(join(directory, name, MARKER)));
  if (foreign.length > 0) throw notOurs(directory, foreign);
}

async function provideFolder(directory: string): Promise<void> {
  await makeFolder(directory).catch((cause: NodeJS.ErrnoException) => {
    const Refusal = isOfFullDisk(cause) ? EnvironmentError : UsageError;
    throw new Refusal({
      code: 'OUT_UNWRITABLE',
      message: `The run directory ${directory} cannot be made (${cause.code}).`,
      fix: 'Name another one with --out.',
    });
  });
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
    await mkdir(directory, { mode: OWN_FOLDER });
    return undefined;
  } catch (error) {
    const problem = error as NodeJS.ErrnoException;
    return problem.code === 'EEXIST' && (await stat(directory)).isDirectory() ? undefined : problem;
  }
}

function isLock(name: string): boolean {
  return name.startsWith(LOCK_FILE);
}

function isOurs(name: string): boolean {
  const file = name.replace(/\.[^.]+\.tmp$/, '');
  return OURS.includes(name) || name === MARKER || (HALF_WRITTEN.test(name) && OURS.includes(file));
}

function notOurs(directory: string, foreign: readonly string[]): UsageError {
  return new UsageError({
    code: 'OUT_NOT_OURS',
    message: `${directory} holds things that no run of Assay wrote: ${foreign.slice(0, 5).join(', ')}.`,
    fix: 'Name an empty or new folder with --out; nothing in this one was touched.',
  });
}
