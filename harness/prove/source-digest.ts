import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from '../support/paths.ts';

const FOLDERS = ['corpus', 'specs', 'harness', 'compose'] as const;

/** SHA-256 over everything that decides a verdict: corpus, specs, harness, services and the lock file. */
export async function sourceDigest(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(inProject('package-lock.json')));
  for (const folder of FOLDERS) {
    for (const file of await filesBelow(folder)) hash.update(file).update(await readFile(inProject(file)));
  }
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(inProject(folder), { recursive: true, withFileTypes: true });
  const root = inProject('');
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}
