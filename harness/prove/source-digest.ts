import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { projectRoot } from '../support/paths.ts';

/** Folders whose files decide verdicts. */
export const JUDGING_FOLDERS = ['corpus', 'canaries', 'specs', 'harness', 'compose'] as const;
const FILES = ['package-lock.json', 'playwright.config.ts'] as const;

/** Whether a file that is new in the clone could have a part in a verdict, by its path from there. */
export function couldJudge(path: string): boolean {
  return (
    [...JUDGING_FOLDERS, 'scripts'].some((folder) => path.startsWith(`${folder}/`)) ||
    FILES.some((file) => file === path)
  );
}

/** SHA-256 over all files of the corpus, and their number. */
export async function corpusDigest(
  root = projectRoot,
): Promise<{ readonly digest: string; readonly files: number }> {
  const files = (await filesBelow(root, 'corpus')).toSorted();
  return { digest: await digestOf(root, files), files: files.length };
}

/** SHA-256 over everything that decides a verdict: corpus, canaries, specs, harness, services, packages; their tests do not. */
export async function sourceDigest(root = projectRoot): Promise<string> {
  const found = await Promise.all(JUDGING_FOLDERS.map((folder) => filesBelow(root, folder)));
  const files = [...FILES, ...found.flat()].filter((file) => !file.endsWith('.test.ts')).sort();
  return digestOf(root, files);
}

async function digestOf(root: string, files: readonly string[]): Promise<string> {
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries()) {
    const content = contents[index] ?? '';
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
