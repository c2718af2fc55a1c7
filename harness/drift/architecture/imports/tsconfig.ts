import { posix } from 'node:path';
import { folderOf, type Tree } from '../tree/tree.ts';

/** What a tsconfig says about imports that are not relative; every path is from the root of the tree. */
export interface PathAliases {
  readonly baseUrl?: string;
  readonly paths: readonly PathAlias[];
}

/** `@/*` is the prefix `@/` with an empty suffix; without a star the suffix is absent and the match exact. */
export interface PathAlias {
  readonly prefix: string;
  readonly suffix?: string;
  readonly targets: readonly string[];
}

const NONE: PathAliases = { paths: [] };
const DEEPEST_EXTENDS = 8;

/** Answers which aliases hold for a file: those of the nearest tsconfig or jsconfig above it. */
export function tsconfigAliases(tree: Tree): (path: string) => PathAliases {
  const byFolder = new Map<string, PathAliases>();
  const aliasesIn = (folder: string): PathAliases => {
    const known = byFolder.get(folder);
    if (known) return known;
    const file = ['tsconfig.json', 'jsconfig.json'].map((name) => posix.join(folder, name)).find(tree.has);
    const aliases = file ? readAliases(tree, file, 0) : folder === '' ? NONE : aliasesIn(folderOf(folder));
    byFolder.set(folder, aliases);
    return aliases;
  };
  return (path) => aliasesIn(folderOf(path));
}

function readAliases(tree: Tree, path: string, depth: number): PathAliases {
  const config = record(parseLoosely(tree.text(path) ?? ''));
  const options = record(config.compilerOptions);
  const inherited = depth < DEEPEST_EXTENDS ? inheritedAliases(tree, path, config.extends, depth) : NONE;
  const ownBase = options.baseUrl;
  const baseUrl = typeof ownBase === 'string' ? posix.join(folderOf(path), ownBase) : inherited.baseUrl;
  if (options.paths === undefined) return { ...inherited, ...(baseUrl !== undefined && { baseUrl }) };
  const base = baseUrl ?? folderOf(path);
  const paths = Object.entries(record(options.paths)).map(([key, targets]) => aliasOf(key, targets, base));
  return { paths: bySpecificity(paths), ...(baseUrl !== undefined && { baseUrl }) };
}

function inheritedAliases(tree: Tree, path: string, parents: unknown, depth: number): PathAliases {
  const named = (Array.isArray(parents) ? parents : [parents]).filter((each) => typeof each === 'string');
  const last = named.filter((each: string) => each.startsWith('.')).at(-1);
  if (last === undefined) return NONE;
  const parent = posix.join(folderOf(path), last);
  const file = [parent, `${parent}.json`, posix.join(parent, 'tsconfig.json')].find(tree.has);
  return file ? readAliases(tree, file, depth + 1) : NONE;
}

function aliasOf(key: string, targets: unknown, base: string): PathAlias {
  const list = Array.isArray(targets) ? targets.filter((each) => typeof each === 'string') : [];
  const [prefix = '', suffix] = key.split('*');
  return {
    prefix,
    ...(suffix !== undefined && { suffix }),
    targets: list.map((target: string) => posix.join(base, target)),
  };
}

function bySpecificity(paths: readonly PathAlias[]): readonly PathAlias[] {
  return [...paths].sort((a, b) => b.prefix.length - a.prefix.length);
}

/** JSON as TypeScript reads it: with comments and trailing commas; anything else counts as empty. */
function parseLoosely(text: string): unknown {
  const plain = text
    .replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, quoted?: string) => quoted ?? '')
    .replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, quoted?: string) => quoted ?? '');
  try {
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
