import { posix } from 'node:path';
import { groupBy } from '../../../support/group.ts';
import type { SourceFile } from '../../support/source-file.ts';

interface Files {
  readonly files: readonly SourceFile[];
  readonly folders: ReadonlyMap<string, readonly SourceFile[]>;
  readonly byPath: ReadonlyMap<string, SourceFile>;
  once<T>(question: string, find: () => T): T;
}

/** Folder part of a path, empty at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** The files of the tree that an import names; a module of somebody else's gives none. */
export function modulePaths(program: Files, from: SourceFile, module: string): readonly SourceFile[] {
  const find = from.language === 'go' ? goPackage : from.language === 'python' ? pythonModule : scriptModule;
  const base = module.startsWith('.') ? folderOf(from.path) : '';
  return program.once(`module ${from.language} ${base} ${module}`, () => find(program, from, module));
}

function goPackage(program: Files, _from: SourceFile, module: string): readonly SourceFile[] {
  const folders = goFolders(program);
  const best = longestEnding(folders, module) ?? longestSuffix([...folders], module);
  return best === undefined ? [] : (program.folders.get(best) ?? []);
}

function goFolders(program: Files): ReadonlySet<string> {
  return program.once('folders of go', () => {
    const all = [...program.folders].filter(([, files]) => files.some(({ language }) => language === 'go'));
    return new Set(all.map(([folder]) => folder));
  });
}

/** The folder that is the longest end of the module's path. */
function longestEnding(folders: ReadonlySet<string>, module: string): string | undefined {
  const parts = module.split('/');
  return parts.map((_, from) => parts.slice(from).join('/')).find((end) => end !== '' && folders.has(end));
}

/** A tree that starts above its Go module: `server/internal/models` serves `example.com/server-module/internal/models`. */
function longestSuffix(folders: readonly string[], module: string): string | undefined {
  const parts = module.split('/');
  for (let from = 1; from < parts.length; from += 1) {
    const suffix = parts.slice(from).join('/');
    const found = folders.filter((folder) => folder === suffix || folder.endsWith(`/${suffix}`));
    if (found.length === 1) return found[0];
  }
  return undefined;
}

function pythonModule(program: Files, from: SourceFile, module: string): readonly SourceFile[] {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const path = module.slice(dots).replace(/\./g, '/');
  const wanted = [`${path}.py`, `${path}/__init__.py`].map((each) => each.replace(/^\//, ''));
  if (dots > 0) {
    const base = up(folderOf(from.path), dots - 1);
    return wanted.flatMap((each) => program.byPath.get(posix.join(base, each)) ?? []);
  }
  return named(program, path).filter((file) => wanted.some((each) => `/${file.path}`.endsWith(`/${each}`)));
}

/** The name by which imports know a file: its own without the ending, its folder's for an index. */
export function stemOf(path: string): string {
  const parts = path.split('/');
  const stem = (parts.at(-1) ?? '').replace(/\.[a-z]+$/, '');
  return /^(?:index|__init__)$/.test(stem) ? (parts.at(-2) ?? '') : stem;
}

/** The files that the last part of a path may mean. */
function named(program: Files, path: string): readonly SourceFile[] {
  const byStem = program.once('stems', () => groupBy(program.files, (file) => stemOf(file.path)));
  const last = path.split('/').at(-1) ?? '';
  return [...new Set([last, stemOf(path)])].flatMap((stem) => byStem.get(stem) ?? []);
}

function up(folder: string, levels: number): string {
  return posix.join(folder === '' ? '.' : folder, ...Array.from({ length: levels }, () => '..'));
}

const SCRIPT_ENDINGS = [
  '',
  '.ts',
  '.tsx',
  '.mts',
  '.js',
  '.jsx',
  '.mjs',
  '/index.ts',
  '/index.tsx',
  '/index.js',
];

function scriptModule(program: Files, from: SourceFile, module: string): readonly SourceFile[] {
  const { byPath } = program;
  const bare = module.replace(/\.[mc]?js$/, '');
  if (module.startsWith('.')) {
    for (const stem of [posix.join(folderOf(from.path), module), posix.join(folderOf(from.path), bare)]) {
      for (const ending of SCRIPT_ENDINGS) {
        const found = byPath.get(stem + ending);
        if (found) return [found];
      }
    }
    return [];
  }
  const alias = /^(?:@|~|src)\/(.+)$/.exec(bare)?.[1];
  if (alias === undefined) return [];
  const wanted = SCRIPT_ENDINGS.map((ending) => `/${alias}${ending}`);
  return named(program, alias).filter(({ path }) => wanted.some((each) => `/${path}`.endsWith(each)));
}
