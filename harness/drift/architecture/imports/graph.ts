import { groupBy } from '../../../support/group.ts';
import type { SourceFile } from '../../support/source-file.ts';
import type { PathSet } from '../tree/path-set.ts';
import { folderOf } from '../tree/tree.ts';
import type { Import, Target } from './import.ts';

/** Who imports whom. A node is a file, or in Go, where a package is one unit, its folder with a trailing slash. */
export interface ImportGraph {
  readonly imports: readonly Import[];
  readonly from: (node: string) => readonly Import[];
}

/** Indexes resolved imports by the unit that writes them. */
export function importGraph(imports: readonly Import[]): ImportGraph {
  const byNode = groupBy(imports, ({ file }) => nodeOf(file));
  return { imports, from: (node) => byNode.get(node) ?? [] };
}

/** The node that a file belongs to. A Go test may import what imports its package, so it is a node of its own. */
export function nodeOf({ language, path }: SourceFile): string {
  return language === 'go' && !path.endsWith('_test.go') ? `${folderOf(path)}/` : path;
}

/** The node that a target is, nothing when it lies outside the tree. */
export function nodeOfTarget(target: Target): string | undefined {
  if (target.kind === 'outside') return undefined;
  return target.kind === 'folder' ? `${target.path}/` : target.path;
}

/** How a target reads in a message. */
export function targetName(target: Target): string {
  if (target.kind === 'outside') return target.module;
  return target.path === '' ? 'the root package' : target.path;
}

/** True when the target is a file or package of the set; modules from outside the tree are in no set. */
export function isIn(set: PathSet, target: Target): boolean {
  if (target.kind === 'outside') return false;
  return target.kind === 'folder' ? set.hasFolder(target.path) : set.has(target.path);
}

/** The shortest chain of imports that begins with `first` and ends in a target that `wanted` accepts. */
export function shortestChain(
  graph: ImportGraph,
  first: Import,
  wanted: (target: Target) => boolean,
): readonly Import[] | undefined {
  const start = nodeOf(first.file);
  const seen = new Set<string>([start]);
  const queue: (readonly Import[])[] = [[first]];
  for (let chain = queue.shift(); chain; chain = queue.shift()) {
    const last = chain[chain.length - 1];
    if (!last) continue;
    if (wanted(last.target)) return chain;
    const node = nodeOfTarget(last.target);
    if (node === undefined || seen.has(node)) continue;
    seen.add(node);
    for (const next of graph.from(node)) queue.push([...chain, next]);
  }
  return undefined;
}
