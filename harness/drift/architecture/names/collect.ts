import type { NameSource } from '../rules/name-source.ts';
import { pathSet } from '../tree/path-set.ts';
import type { Tree } from '../tree/tree.ts';
import { capturedNames } from './captured.ts';
import { typedConstants } from './constants.ts';
import { codeEnvironment } from './environment-code.ts';
import { textEnvironment } from './environment-text.ts';
import { keyedNames } from './keyed.ts';
import { listedNames } from './listed.ts';
import type { Named, NameSet } from './named.ts';
import { pathName } from './path-name.ts';
import { regexNames } from './regex.ts';

/** The names of a source. */
interface Collected extends NameSet {
  /** Which parts of the source matched nothing. */
  readonly empty: readonly string[];
  /** True when at least one file of it was read and understood, whatever that gave. */
  readonly isRead: boolean;
}

/** Gathers the names of a source. */
export function collectNames(source: NameSource, tree: Tree): Collected {
  if (source.values) return { ...snapshotOf(source.values), empty: [], isRead: true };
  const set = pathSet(source.files ?? []);
  const paths = tree.paths.filter((path) => set.has(path));
  const found = paths.map((path) => namesIn(source, tree, path));
  const only = source.only === undefined ? undefined : new RegExp(source.only, 'u');
  const names = found.flatMap((each) => each.names).filter(({ name }) => only?.test(name) ?? true);
  const read = readAmong(paths, source, tree);
  const anchor = found.find((each) => each.anchor)?.anchor ?? names[0] ?? read.map(wholeFile)[0];
  const unmatched = set.unmatched(tree.paths).map((glob) => `no file matches ‘${glob}’`);
  const nothing = names.length === 0 && unmatched.length === 0 ? ['the files give no name'] : [];
  return { names, ...(anchor && { anchor }), empty: [...unmatched, ...nothing], isRead: read.length > 0 };
}

/** What is not included, cannot be decoded or is not understood says nothing of its names. */
function readAmong(paths: readonly string[], source: NameSource, tree: Tree): readonly string[] {
  const isCode = source.list !== undefined || source.constants !== undefined || source.captures !== undefined;
  const unread = new Set(tree.unread().map(({ path }) => path));
  return paths.filter(
    (path) => !unread.has(path) && (isCode ? tree.source(path) : tree.text(path)) !== undefined,
  );
}

function wholeFile(file: string): Named {
  return { name: file, file, line: 1, column: 1, statement: '' };
}

function snapshotOf(values: readonly string[]): NameSet {
  return { names: values.map((name) => ({ name, file: '', line: 1, column: 1, statement: name })) };
}

function namesIn(source: NameSource, tree: Tree, path: string): NameSet {
  if (source.as !== undefined) return { names: [pathName(path, source.as)] };
  if (source.regex !== undefined) return { names: regexNames(path, tree.text(path) ?? '', source.regex) };
  if (source.key !== undefined) return keyedNames(path, tree.text(path) ?? '', source.key);
  const file = tree.source(path);
  if (source.environment) {
    return { names: file ? codeEnvironment(tree, file) : textEnvironment(path, tree.text(path) ?? '') };
  }
  if (!file) return { names: [] };
  if (source.list !== undefined) return listedNames(tree, file, source.list);
  if (source.constants) return { names: typedConstants(tree, file, source.constants) };
  return { names: capturedNames(tree, file, source.captures ?? []) };
}

/** The distinct names of a set, each with its first place. */
export function distinct(names: readonly Named[]): ReadonlyMap<string, Named> {
  const first = new Map<string, Named>();
  for (const each of names) if (!first.has(each.name)) first.set(each.name, each);
  return first;
}
