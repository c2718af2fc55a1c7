import { posix } from 'node:path';
import { folderOf, type Tree } from '../tree/tree.ts';
import type { Target } from './import.ts';
import { type PathAliases, tsconfigAliases } from './tsconfig.ts';

const ENDINGS = [
  '',
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.d.ts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '/index.ts',
  '/index.tsx',
  '/index.mts',
  '/index.js',
  '/index.mjs',
] as const;

/** Resolves TypeScript and JavaScript imports: relative ones, `paths` and `baseUrl` of the nearest tsconfig. */
export function scriptResolver(tree: Tree): (from: string, module: string) => Target {
  const aliasesOf = tsconfigAliases(tree);
  return (from, module) => {
    const bare = module.replace(/[?#].*$/s, (tail) => (module.startsWith('#') ? tail : ''));
    if (/^\.{1,2}(?:\/|$)/.test(bare)) {
      const path = posix.join(folderOf(from), bare);
      return { kind: 'file', path: existing(tree, path) ?? path };
    }
    const found = throughAliases(tree, aliasesOf(from), bare);
    return found === undefined ? { kind: 'outside', module } : { kind: 'file', path: found };
  };
}

function throughAliases(tree: Tree, aliases: PathAliases, module: string): string | undefined {
  for (const { prefix, suffix, targets } of aliases.paths) {
    if (!module.startsWith(prefix) || !module.endsWith(suffix ?? '')) continue;
    if (suffix === undefined && module !== prefix) continue;
    const star = module.slice(prefix.length, module.length - (suffix?.length ?? 0));
    const candidates = targets.map((target) => posix.normalize(target.replace('*', star)));
    for (const path of candidates) {
      const found = existing(tree, path);
      if (found !== undefined) return found;
    }
    if (prefix !== '' && candidates[0] !== undefined) return candidates[0];
  }
  if (aliases.baseUrl === undefined) return undefined;
  return existing(tree, posix.join(aliases.baseUrl, module));
}

function existing(tree: Tree, path: string): string | undefined {
  const stem = path.replace(/\.([mc]?)jsx?$/, '');
  const stems = stem === path ? [path] : [path, stem];
  for (const each of stems) {
    for (const ending of ENDINGS) if (tree.has(each + ending)) return each + ending;
  }
  return undefined;
}
