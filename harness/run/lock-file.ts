import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { identify, isAlive, type ProcessIdentity } from '../environment/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { OWN_FILE } from '../support/own-files.ts';
import { draftName, draftsOf } from './lock-drafts.ts';

/** Gives a file a second name, at once and whole, unless there is one of it. */
export type Link = (from: string, to: string) => Promise<void>;

/** What file systems without hard links answer: exFAT, shared folders of virtual machines, some bind mounts. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Makes the lock of this process; false when there is one, or when it has to be tried again. */
export async function createLock(file: string, link: Link): Promise<boolean> {
  const self = identify(process.pid) ?? { pid: process.pid, startTicks: 0 };
  const [holder, draft] = [JSON.stringify(self), draftName(file, self)];
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

/** The lock under its own name from the start, which is empty for a moment; until it is written its draft stays beside it. */
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
  // Who shares the folder and not our processes takes us for dead.
  return (await textOf(file)) === holder;
}

/** What a lock holds, nothing when there is none, or who may still be writing it. */
export type Settled = { readonly text: string | undefined } | { readonly writer: ProcessIdentity };

/**
 * Waits until a lock that names nobody is written. As long as somebody alive has a draft of it, it may be; without one it
 * was cut off, for whoever writes it has its draft from before the lock is there until after it is written. The lock is
 * the same before and after the look at the drafts, or another one might have come between.
 */
export async function settled(file: string, patienceMs: number): Promise<Settled> {
  let writer: ProcessIdentity | undefined;
  const look = async (): Promise<Settled | undefined> => {
    const text = await textOf(file);
    if (text === undefined || holderIn(text)) return { text };
    writer = (await draftsOf(file)).find(({ owner }) => isAlive(owner))?.owner;
    return writer === undefined && (await textOf(file)) === text ? { text } : undefined;
  };
  const found = await poll(look, deadlineIn(patienceMs));
  return found ?? (writer ? { writer } : { text: undefined });
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
