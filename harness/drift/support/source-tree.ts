import { realpathSync, statSync } from 'node:fs';
import { UsageError } from '../../support/errors.ts';
import { globMatcher } from './glob.ts';
import { readText } from './read-text.ts';
import { type Language, languageOf, type SourceFile, sourceFile } from './source-file.ts';
import { walkFolder } from './walk.ts';

export interface SourceTreeOptions {
  /** Folder of the tree; every path in reports is relative to it. */
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly languages?: readonly Language[];
  /** Names of folders that are not entered; replaces the default list of `walk.ts`. */
  readonly skipFolders?: readonly string[];
  readonly maxFileBytes?: number;
}

/** A file or folder that should have been read and was not, with the reason. */
export interface Unread {
  readonly path: string;
  readonly problem: 'too-large' | 'not-utf8' | 'unreadable' | 'unparsable';
  readonly detail: string;
}

export interface SourceTree {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly unread: readonly Unread[];
  readonly links: readonly string[];
}

/** Loads the matching files of a tree in the order of their paths; a missing folder is a UsageError. */
export function loadSourceTree(options: SourceTreeOptions): SourceTree {
  const root = existingFolder(options.root, 'tree');
  const walk = walkFolder(root, options.skipFolders);
  const unread: Unread[] = walk.unreadable.map((path) => ({ path, problem: 'unreadable', detail: 'folder' }));
  const files: SourceFile[] = [];
  for (const [path, language] of selected(walk.files, options)) {
    const read = readText(`${root}/${path}`, options.maxFileBytes);
    if ('text' in read) files.push(sourceFile(path, language, read.text));
    else unread.push({ path, ...read });
  }
  return { root, files, unread, links: walk.links };
}

/** The real path of a folder that the configuration names; says which setting is wrong when it is not there. */
export function existingFolder(path: string, setting: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError({
      code: 'DRIFT_FOLDER_MISSING',
      message: `The ${setting} folder ${path} does not exist or is not a folder.`,
      fix: `Correct the path, or check out what should lie there.`,
    });
  }
  return realpathSync(path);
}

function* selected(
  paths: readonly string[],
  options: SourceTreeOptions,
): Generator<readonly [string, Language]> {
  const included = globMatcher(options.include);
  const excluded = globMatcher(options.exclude ?? []);
  for (const path of paths) {
    const language = languageOf(path);
    if (!language || (options.languages && !options.languages.includes(language))) continue;
    if (included(path) && !excluded(path)) yield [path, language];
  }
}
