import { posix } from 'node:path';
import { folderOf, type Tree } from '../tree/tree.ts';
import type { RawImport, Target } from './import.ts';

/** Resolves Python imports: relative ones, and absolute ones from the folders above the file to the root and `src`. */
export function pythonResolver(tree: Tree): (from: string, raw: RawImport) => readonly Target[] {
  const folders = packageFolders(tree);
  return (from, raw) => {
    const dots = /^\.*/.exec(raw.module)?.[0].length ?? 0;
    const path = raw.module.slice(dots).replaceAll('.', '/');
    const bases = dots > 0 ? [up(folderOf(from), dots - 1)] : sourceRoots(tree, folderOf(from));
    for (const base of bases) {
      const found = moduleAt(tree, folders, posix.join(base || '.', path), raw.members ?? []);
      if (found.length > 0) return found.filter((target) => target.kind !== 'file' || target.path !== from);
    }
    if (dots === 0) return [{ kind: 'outside', module: raw.module }];
    return [{ kind: 'file', path: `${posix.join(bases[0] || '.', path)}.py` }];
  };
}

function packageFolders(tree: Tree): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { path, language } of tree.code) {
    if (language !== 'python') continue;
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.add(folder);
  }
  return folders;
}

/** Folders that absolute imports are looked up in: those above the file that are no packages themselves. */
function sourceRoots(tree: Tree, folder: string): readonly string[] {
  const roots: string[] = [];
  for (let each = folder; each !== ''; each = folderOf(each)) {
    if (!tree.has(`${each}/__init__.py`)) roots.push(each);
  }
  return [...roots, '', 'src'];
}

function up(folder: string, levels: number): string {
  const path = posix.join(folder || '.', ...Array.from({ length: levels }, () => '..'));
  return path === '.' ? '' : path;
}

function moduleAt(
  tree: Tree,
  folders: ReadonlySet<string>,
  at: string,
  members: readonly string[],
): readonly Target[] {
  const path = at === '.' ? '' : at;
  const file = [`${path}.py`, `${path}.pyi`].find(tree.has);
  if (file !== undefined) return [{ kind: 'file', path: file }];
  const inner = members.flatMap((member) => fileOrPackage(tree, folders, posix.join(path || '.', member)));
  const own = [posix.join(path || '.', '__init__.py')].filter(tree.has);
  const needsOwn = inner.length < members.length || members.length === 0;
  const targets = [...inner, ...(needsOwn ? own : [])].map((each): Target => ({ kind: 'file', path: each }));
  if (targets.length > 0) return targets;
  return path !== '' && folders.has(path) ? [{ kind: 'folder', path }] : [];
}

function fileOrPackage(tree: Tree, folders: ReadonlySet<string>, path: string): readonly string[] {
  const found = [`${path}.py`, `${path}.pyi`, `${path}/__init__.py`].find(tree.has);
  if (found !== undefined) return [found];
  return folders.has(path) ? [`${path}/__init__.py`] : [];
}
