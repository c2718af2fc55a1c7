import { globMatcher } from '../../support/glob.ts';
import { folderOf } from './tree.ts';

/** Files and packages that a list of globs names. */
export interface PathSet {
  /** True when some glob names the file, or the package (folder) that it belongs to. */
  readonly has: (path: string) => boolean;
  readonly hasFolder: (folder: string) => boolean;
  /** The folder that a glob with a trailing slash found the file or folder in; for any other glob the glob itself. */
  readonly unitOf: (path: string) => string | undefined;
  readonly unitOfFolder: (folder: string) => string | undefined;
  /** The globs that name none of these files. */
  readonly unmatched: (paths: readonly string[]) => readonly string[];
}

/**
 * Reads a list of globs. `internal/db` is that package alone, `internal/db/` and `internal/db/**` are all below it,
 * `a/*.ts` are files, and a leading `!` takes away from what the others name.
 */
export function pathSet(globs: readonly string[]): PathSet {
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  const entries = wanted.map((glob) => globMatcher([below(glob)]));
  const without = globMatcher(
    globs.filter((glob) => glob.startsWith('!')).map((glob) => below(glob.slice(1))),
  );
  const excluded = (path: string): boolean => without(path) || without(folderOf(path));
  const names = (entry: (path: string) => boolean, path: string): boolean =>
    entry(path) || entry(folderOf(path));
  const namesFolder = (entry: (path: string) => boolean, folder: string): boolean =>
    entry(folder) || entry(`${folder}/`);
  const entryOf = (path: string): number =>
    excluded(path) ? -1 : entries.findIndex((entry) => names(entry, path));
  const entryOfFolder = (folder: string): number =>
    namesFolder(without, folder) ? -1 : entries.findIndex((entry) => namesFolder(entry, folder));
  const unit = (index: number, folder: string): string | undefined => {
    const glob = wanted[index];
    return glob?.endsWith('/') ? topmost(folder, globMatcher([glob.slice(0, -1)])) : glob;
  };
  return {
    has: (path) => entryOf(path) >= 0,
    hasFolder: (folder) => entryOfFolder(folder) >= 0,
    unitOf: (path) => unit(entryOf(path), folderOf(path)),
    unitOfFolder: (folder) => unit(entryOfFolder(folder), folder),
    unmatched: (paths) =>
      wanted.filter((_, index) => {
        const entry = entries[index];
        return entry !== undefined && !paths.some((path) => names(entry, path) && !excluded(path));
      }),
  };
}

/** The outermost folder on the way to `folder` that the glob names. */
function topmost(folder: string, named: (path: string) => boolean): string {
  const steps = folder.split('/');
  const tops = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
  return tops.find(named) ?? folder;
}

function below(glob: string): string {
  return glob.endsWith('/') ? `${glob}**` : glob;
}
