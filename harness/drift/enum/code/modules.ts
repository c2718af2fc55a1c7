import { posix } from 'node:path';
import type { SourceFile } from '../../support/source-file.ts';

interface Files {
  readonly files: readonly SourceFile[];
  readonly byPath: ReadonlyMap<string, SourceFile>;
}

/** Folder part of a path, empty at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** The files of the tree that an import names; a module of somebody else's gives none. */
export function modulePaths(program: Files, from: SourceFile, module: string): readonly SourceFile[] {
  if (from.language === 'go') return goPackage(program, module);
  if (from.language === 'python') return pythonModule(program, from, module);
  return scriptModule(program, from, module);
}

function goPackage({ files }: Files, module: string): readonly SourceFile[] {
  const folders = new Set(
    files.filter(({ language }) => language === 'go').map(({ path }) => folderOf(path)),
  );
  const best = [...folders]
    .filter((folder) => folder !== '' && `/${module}`.endsWith(`/${folder}`))
    .sort((a, b) => b.length - a.length)[0];
  const fallback = best ?? longestSuffix([...folders], module);
  return fallback === undefined ? [] : files.filter(({ path }) => folderOf(path) === fallback);
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

function pythonModule({ files }: Files, from: SourceFile, module: string): readonly SourceFile[] {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const path = module.slice(dots).replace(/\./g, '/');
  const base = dots > 0 ? up(folderOf(from.path), dots - 1) : undefined;
  const wanted = [`${path}.py`, `${path}/__init__.py`].map((each) => each.replace(/^\//, ''));
  return files.filter((file) =>
    wanted.some((each) =>
      base === undefined
        ? file.path === each || file.path.endsWith(`/${each}`)
        : file.path === posix.join(base, each),
    ),
  );
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

function scriptModule({ files, byPath }: Files, from: SourceFile, module: string): readonly SourceFile[] {
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
  return files.filter(({ path }) => wanted.some((each) => `/${path}`.endsWith(each)));
}
