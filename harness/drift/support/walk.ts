import { type Dirent, readdirSync } from 'node:fs';

/** Folders that hold other people's code or data that only tests read; a tree may name its own list. */
export const SKIPPED_FOLDERS = [
  '.git',
  'node_modules',
  'vendor',
  'testdata',
  '.venv',
  '__pycache__',
] as const;

export interface Walk {
  /** Paths from the root, sorted, with forward slashes. */
  readonly files: readonly string[];
  /** Symbolic links are never followed: what they point at inside the tree is walked anyway, so circles are harmless. */
  readonly links: readonly string[];
  readonly unreadable: readonly string[];
}

/** Lists every file below `root`, which must be a readable folder (else the `readdir` error is thrown). */
export function walkFolder(root: string, skipped: readonly string[] = SKIPPED_FOLDERS): Walk {
  const files: string[] = [];
  const links: string[] = [];
  const unreadable: string[] = [];
  const skip = new Set(skipped);
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of entriesOf(root, folder, unreadable)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) links.push(path);
      else if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && !skip.has(entry.name)) pending.push(path);
    }
  }
  return { files: files.sort(), links: links.sort(), unreadable };
}

function entriesOf(root: string, folder: string, unreadable: string[]): readonly Dirent[] {
  try {
    return readdirSync(folder === '' ? root : `${root}/${folder}`, { withFileTypes: true });
  } catch (error) {
    if (folder === '') throw error;
    unreadable.push(folder);
    return [];
  }
}
