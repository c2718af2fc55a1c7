import type { SourceFile } from '../../support/source-file.ts';

/** An import as the file writes it; `start` and `end` enclose the module's name as offsets. */
export interface RawImport {
  readonly module: string;
  readonly start: number;
  readonly end: number;
  readonly statement: string;
  readonly typeOnly: boolean;
  /** Names taken from the module, where a name can be a module itself (`from pkg import module`). */
  readonly members?: readonly string[];
}

/** Where an import leads: a file of the tree, a package (folder) of it, or somebody else's module. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'outside'; readonly module: string };

/** An import with its target resolved. */
export interface Import extends RawImport {
  readonly file: SourceFile;
  readonly target: Target;
}
