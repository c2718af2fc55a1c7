import { lstat, readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { appendOwn } from '../support/own-files.ts';

const LIST = join('evidence', '.files');

/** Notes that a run is about to write a file of evidence; a killed one has noted all that it leaves. */
export function noteEvidence(runDirectory: string, path: string): void {
  appendOwn(join(runDirectory, LIST), `${path}\n`);
}

/** What lies among the evidence of a run and was not written by it, by paths from the run directory. */
export async function foreignEvidence(runDirectory: string): Promise<readonly string[]> {
  const folder = join(runDirectory, 'evidence');
  const found = await lstat(folder).catch(() => undefined);
  if (!found) return [];
  if (!found.isDirectory()) return ['evidence'];
  const ours = await listed(runDirectory);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map(({ parentPath, name }) => relative(runDirectory, join(parentPath, name)));
  return paths.filter((path) => !ours.has(path)).sort();
}

/** The list itself comes last when evidence is removed, so that whatever interrupts this leaves a folder that can be emptied. */
export async function evidenceInOrder(runDirectory: string): Promise<readonly string[]> {
  const names = await readdir(join(runDirectory, 'evidence')).catch(() => []);
  const paths = names.map((name) => join('evidence', name));
  return [...paths.filter((path) => path !== LIST), 'evidence'];
}

/** The files, and the folders that they made. */
async function listed(runDirectory: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(runDirectory, LIST), 'utf8').catch(() => '');
  const ours = new Set([LIST]);
  for (const line of text.split('\n').filter((each) => each !== ''))
    for (let path = line; path !== 'evidence' && path !== '.'; path = dirname(path)) ours.add(path);
  return ours;
}
