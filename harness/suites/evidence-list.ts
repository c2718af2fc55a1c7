import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { appendOwn } from '../support/own-files.ts';

const LIST = join('evidence', '.files');

/** Notes that a run is about to write a file of evidence; what a full disk has left of a line spoils no other. */
export function noteEvidence(runDirectory: string, path: string): void {
  appendOwn(join(runDirectory, LIST), `\n${path}\n`);
}

/**
 * What lies among the evidence of a run and was not written by it, by paths from the run directory. All of it is ours
 * where nothing was ever noted: that was written before runs did.
 */
export async function foreignEvidence(runDirectory: string): Promise<readonly string[]> {
  const folder = join(runDirectory, 'evidence');
  const found = await lstat(folder).catch(() => undefined);
  if (!found) return [];
  if (!found.isDirectory()) return ['evidence'];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map(({ parentPath, name }) => relative(runDirectory, join(parentPath, name)));
  const ours = await listed(runDirectory);
  return ours ? paths.filter((path) => !ours.has(path)).sort() : [];
}

/** SHA-256 of each file of evidence that the run has written, by its path from the run directory; what is gone has none. */
export async function evidenceDigests(runDirectory: string): Promise<Readonly<Record<string, string>>> {
  const digests: [string, string][] = [];
  for (const path of [...((await listed(runDirectory)) ?? [])].sort()) {
    const content = await readFile(join(runDirectory, path)).catch(() => undefined);
    if (content && path !== LIST) digests.push([path, createHash('sha256').update(content).digest('hex')]);
  }
  return Object.fromEntries(digests);
}

/** The list itself comes last when evidence is removed, so that whatever interrupts this leaves a folder that can be emptied. */
export async function evidenceInOrder(runDirectory: string): Promise<readonly string[]> {
  const names = await readdir(join(runDirectory, 'evidence')).catch(() => []);
  const paths = names.map((name) => join('evidence', name));
  return [...paths.filter((path) => path !== LIST), 'evidence'];
}

/** The files, and the folders that they made; nothing where no run has noted any. */
async function listed(runDirectory: string): Promise<ReadonlySet<string> | undefined> {
  const text = await readFile(join(runDirectory, LIST), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const ours = new Set([LIST]);
  for (const line of text.split('\n').filter((each) => each !== ''))
    for (let path = line; path !== 'evidence' && path !== '.'; path = dirname(path)) ours.add(path);
  return ours;
}
