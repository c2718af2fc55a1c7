import type { Problem } from './errors.ts';

/** How a private folder is called, whether it is another one every day, and the error for one that is not ours alone. */
export interface PrivateFolder {
  readonly name: string;
  readonly isDaily?: boolean;
  readonly refuse: (problem: Problem) => Error;
}

/** Makes a folder for the clone at `root` that belongs to this user alone, and answers its path. */
export function folderOfUser(root: string, folder: PrivateFolder): string;

/**
 * Whether what lies at `path` is there, and nobody could have changed it but this user, root, and whoever owns the clone
 * at `root`.
 */
export function isSafe(path: string, root: string): boolean;
