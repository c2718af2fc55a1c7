import { posix } from 'node:path';
import { folderOf, type Tree } from '../tree/tree.ts';
import type { Target } from './import.ts';

/** Resolves Go import paths by the `go.mod` files of the tree; without any, by the folders that they end in. */
export function goResolver(tree: Tree): (from: string, module: string) => Target {
  const modules = goModules(tree);
  if (modules.length > 0) return (_, module) => byModule(modules, module);
  const folders = [...new Set(tree.code.filter(isGo).map(({ path }) => folderOf(path)))];
  return (_, module) => byFolder(folders, module);
}

interface GoModule {
  readonly name: string;
  readonly folder: string;
}

function goModules(tree: Tree): readonly GoModule[] {
  return tree.paths
    .filter((path) => path === 'go.mod' || path.endsWith('/go.mod'))
    .flatMap((path) => {
      const name = /^\s*module\s+"?([^\s"]+)"?/m.exec(tree.text(path) ?? '')?.[1];
      return name === undefined ? [] : [{ name, folder: folderOf(path) }];
    })
    .sort((a, b) => b.name.length - a.name.length);
}

function byModule(modules: readonly GoModule[], module: string): Target {
  const own = modules.find(({ name }) => module === name || module.startsWith(`${name}/`));
  if (!own) return { kind: 'outside', module };
  const path = posix.join(own.folder || '.', module.slice(own.name.length + 1));
  return { kind: 'folder', path: path === '.' ? '' : path };
}

function byFolder(folders: readonly string[], module: string): Target {
  const named = folders.filter(
    (folder) => folder.includes('/') && (module === folder || module.endsWith(`/${folder}`)),
  );
  const longest = named.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? { kind: 'outside', module } : { kind: 'folder', path: longest };
}

function isGo({ language }: { readonly language: string }): boolean {
  return language === 'go';
}
