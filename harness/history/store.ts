import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AssayError } from '../support/errors.ts';
import { OWN_FILE, OWN_FOLDER } from '../support/own-files.ts';
import { parseJson } from '../support/parse-json.ts';
import type { HistoryEntry } from './entry.ts';
import type { Promotion } from './promotion.ts';

/** Runs and promotions of a folder, oldest first. */
export interface History {
  readonly runs: readonly HistoryEntry[];
  readonly promotions: readonly Promotion[];
}

const RUNS = 'runs';
const PROMOTIONS = 'promotions';

/** Reads the history in a folder. One that is not there, or a file in it that is none, is an `AssayError` (exit 2). */
export async function readHistory(folder: string): Promise<History> {
  await readdir(folder).catch((cause: Error) => {
    throw unreadable(
      `There is no history in ${folder}`,
      'Begin one: npx assay history add <folder> <run>.',
      cause,
    );
  });
  const runs = await readAll(folder, RUNS, isEntry);
  const promotions = await readAll(folder, PROMOTIONS, isPromotion);
  return {
    runs: runs.toSorted((a, b) => Date.parse(a.endedAt) - Date.parse(b.endedAt)),
    promotions: promotions.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
}

/** Adds a run. Answers whether it is new; another run under the same id is an `AssayError` (exit 2), and nothing changes. */
export async function addRun(folder: string, entry: HistoryEntry): Promise<boolean> {
  const file = join(folder, RUNS, `${nameOf(entry.runId)}.json`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  const text = `${JSON.stringify(entry)}\n`;
  if (known === text) return false;
  if (known !== undefined)
    throw unreadable(
      `${file} has another run with the id ${entry.runId}`,
      'One of the two is a copy that was edited: find out which.',
    );
  await put(file, text, join(folder, RUNS));
  return true;
}

/** Notes that a run was promoted. */
export async function addPromotion(folder: string, promotion: Promotion): Promise<void> {
  const stamp = promotion.at.replaceAll(/[^0-9]/g, '');
  const file = join(folder, PROMOTIONS, `${stamp}-${nameOf(promotion.runId)}.json`);
  await put(file, `${JSON.stringify(promotion)}\n`, join(folder, PROMOTIONS));
}

/** Written beside and renamed, so that a reader meets the whole of it or nothing. */
async function put(file: string, text: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWN_FOLDER });
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text, { mode: OWN_FILE, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Ids come from reports, which may say anything. */
function nameOf(runId: string): string {
  if (/^[\w.-]{1,100}$/.test(runId) && !runId.startsWith('.')) return runId;
  throw unreadable(`${JSON.stringify(runId)} is no id of a run`, 'Get the report as the run left it.');
}

/** A folder that nobody has made yet is empty; one that cannot be read says nothing of what is in it. */
function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw unreadable(`${error.path} cannot be read (${error.code})`, 'Let this user read the folder.');
}

async function readAll<Kept>(
  folder: string,
  name: string,
  isOne: (value: unknown) => value is Kept,
): Promise<readonly Kept[]> {
  const names = await readdir(join(folder, name)).catch(nothingThere);
  const files = names.filter((each) => each.endsWith('.json')).map((each) => join(folder, name, each));
  return Promise.all(
    files.map(async (file) => {
      const value = parseJson(await readFile(file, 'utf8'));
      if (isOne(value)) return value;
      throw unreadable(
        `${file} is not what the history keeps: empty, cut off, or edited`,
        'Get the folder as it was, or take that file out.',
      );
    }),
  );
}

function isEntry(value: unknown): value is HistoryEntry {
  if (!isRecord(value)) return false;
  const { formatVersion, runId, endedAt, underTest, cases } = value;
  return (
    formatVersion === 1 &&
    typeof runId === 'string' &&
    isTime(endedAt) &&
    Array.isArray(underTest) &&
    isRecord(cases)
  );
}

function isPromotion(value: unknown): value is Promotion {
  if (!isRecord(value)) return false;
  return (
    value.formatVersion === 1 &&
    typeof value.runId === 'string' &&
    isTime(value.at) &&
    Array.isArray(value.digests)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function unreadable(what: string, fix: string, cause?: unknown): AssayError {
  return new AssayError({
    code: 'HISTORY_UNREADABLE',
    message: `${what}.`,
    fix,
    ...(cause === undefined ? {} : { cause }),
  });
}
