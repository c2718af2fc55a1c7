import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from '../environment/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { OWN_FILE } from '../support/own-files.ts';

/** Gives a file a second name, at once and whole, unless there is one of it. */
export type Link = (from: string, to: string) => Promise<void>;

/** What file systems without hard links answer: exFAT, shared folders of virtual machines, some bind mounts. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Who writes a lock under its own name has written it by then, or never will. */
const CUT_OFF_MS = 500;

const UUID = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Makes the lock of this process; false when there is one, or when it has to be tried again. */
export async function createLock(file: string, link: Link): Promise<boolean> {
  const holder = JSON.stringify(identify(process.pid));
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, holder, { flag: 'wx', mode: OWN_FILE });
    return await placed(draft, file, holder, link);
  } finally {
    await rm(draft, { force: true });
  }
}

/** A draft that is gone was swept by whoever has the lock. */
async function placed(draft: string, file: string, holder: string, link: Link): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (NO_LINKS.includes(code)) return written(file, holder);
    throw error;
  }
}

/** The lock under its own name from the start, which is empty for a moment. */
async function written(file: string, holder: string): Promise<boolean> {
  const handle = await open(file, 'wx', OWN_FILE).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (!handle) return false;
  try {
    await handle.writeFile(holder);
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return (await textOf(file)) === holder;
}

/** What a lock holds, nothing when there is none; one that names nobody is looked at until it would have been written. */
export async function settledText(file: string): Promise<string | undefined> {
  const first = await textOf(file);
  if (first === undefined || holderIn(first)) return first;
  const look = async () => {
    const text = await textOf(file);
    return text === first ? undefined : { text };
  };
  const changed = await poll(look, deadlineIn(CUT_OFF_MS), 10);
  return changed ? changed.text : first;
}

/** What a lock holds at this moment. */
export async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The process that a lock names. */
export function holderIn(text: string): ProcessIdentity | undefined {
  try {
    const { pid, startTicks } = JSON.parse(text);
    return Number.isInteger(pid) && Number.isFinite(startTicks) ? { pid, startTicks } : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the drafts of those who died before they had the lock; only for whoever has it. */
export async function sweepDrafts(file: string): Promise<void> {
  const names = await readdir(dirname(file));
  const drafts = names.filter((name) => name.startsWith(basename(file)) && UUID.test(name));
  for (const draft of drafts.map((name) => join(dirname(file), name))) {
    const holder = holderIn((await textOf(draft)) ?? '');
    if (!holder || !isAlive(holder)) await rm(draft, { force: true });
  }
}
