import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive, type ProcessIdentity } from '../environment/index.ts';

/** What somebody writes on the way to a lock. */
export interface Draft {
  readonly path: string;
  readonly owner: ProcessIdentity;
}

const DRAFT = /^((?:-[0-9a-f]{12})*)\.(\d+)-(\d+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A new name for a draft of a lock. Its process is in it, so that no draft names nobody, not even for a moment. */
export function draftName(lock: string, { pid, startTicks }: ProcessIdentity): string {
  return `${lock}.${pid}-${startTicks}.${randomUUID()}`;
}

/** The drafts of a lock, and of no other. */
export async function draftsOf(lock: string): Promise<readonly Draft[]> {
  return (await draftsBeside(lock)).filter(({ isOfClaim }) => !isOfClaim);
}

/** Removes the drafts of those who died before they had a lock, or one on taking it over; only for whoever has it. */
export async function sweepDrafts(lock: string): Promise<void> {
  for (const { path, owner } of await draftsBeside(lock))
    if (!isAlive(owner)) await rm(path, { force: true });
}

async function draftsBeside(lock: string): Promise<readonly (Draft & { readonly isOfClaim: boolean })[]> {
  const names = (await readdir(dirname(lock))).filter((name) => name.startsWith(basename(lock)));
  return names.flatMap((name) => {
    const [whole, claims, pid, startTicks] = DRAFT.exec(name.slice(basename(lock).length)) ?? [];
    if (whole === undefined) return [];
    const owner = { pid: Number(pid), startTicks: Number(startTicks) };
    return [{ path: join(dirname(lock), name), owner, isOfClaim: claims !== '' }];
  });
}
