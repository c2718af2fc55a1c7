import type { SourceFile } from '../../support/source-file.ts';
import type { Unread } from '../../support/source-tree.ts';
import type { SyntaxNode } from '../../support/syntax.ts';

/** The source tree under test, on disk or in memory; paths are relative to its root, with forward slashes. */
export interface Tree {
  /** Every file of the tree, code or not, sorted. */
  readonly paths: readonly string[];
  readonly has: (path: string) => boolean;
  /** The code that the settings include, decoded, in the order of the paths. */
  readonly code: readonly SourceFile[];
  /** A code file by its path. */
  readonly source: (path: string) => SourceFile | undefined;
  /** The text of any file, nothing when there is none or it cannot be read. */
  readonly text: (path: string) => string | undefined;
  /** The syntax tree of a code file, parsed at the first question. */
  readonly syntax: (file: SourceFile) => SyntaxNode;
  /** How many files have been parsed so far. */
  readonly parsed: () => number;
  /** What could not be read or understood so far; grows while files are parsed. */
  readonly unread: () => readonly Unread[];
  /** Notes that a file was read and not understood. */
  readonly misunderstood: (file: SourceFile, detail: string) => void;
}

/** Which files of a tree are looked at. */
export interface TreeScope {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Test files are left out by default: they break rules on purpose. */
  readonly tests: boolean;
  readonly skipFolders?: readonly string[];
}

/** Folder part of a path, empty at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
