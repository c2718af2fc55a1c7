import type { SourceFile } from '../support/source-file.ts';
import type { FileIndex } from './code/file-index.ts';

/** What checks of one tree, again and again with small changes, keep for each other: unchanged files with their syntax. */
export interface CheckMemory {
  /** The same file as an earlier check read it, when path and text are what they were then. */
  recall(file: SourceFile): SourceFile;
  readonly indexes: Map<SourceFile, FileIndex>;
}

/** An empty memory, for one tree; it holds every syntax tree, each in its last form. */
export function createMemory(): CheckMemory {
  const files = new Map<string, SourceFile>();
  const indexes = new Map<SourceFile, FileIndex>();
  return {
    indexes,
    recall: (file) => {
      const known = files.get(file.path);
      if (known?.text === file.text && known.language === file.language) return known;
      if (known) indexes.delete(known);
      files.set(file.path, file);
      return file;
    },
  };
}
