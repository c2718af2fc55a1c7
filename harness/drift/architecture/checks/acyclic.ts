import { placeText } from '../../support/finding.ts';
import { nodeOf, nodeOfTarget } from '../imports/graph.ts';
import type { Import } from '../imports/import.ts';
import type { AcyclicCheck } from '../rules/rule.ts';
import { pathSet } from '../tree/path-set.ts';
import { folderOf } from '../tree/tree.ts';
import { type Check, type Draft, emptyGlobs, stretch } from './check.ts';
import { codePaths } from './code-paths.ts';
import { type Edge, knots, shortestCycle } from './knots.ts';

/** No file (or folder) imports itself through others; Go is judged by packages. One finding for each knot. */
export const checkAcyclic: Check<AcyclicCheck> = ({ files, level }, { tree, graph }) => {
  const set = pathSet(files);
  const unit = (node: string): string =>
    level === 'folder' && !node.endsWith('/') ? `${folderOf(node)}/` : node;
  const edges = graph()
    .imports.filter(({ file }) => set.has(file.path))
    .flatMap((each): readonly Edge<Import>[] => {
      const target = nodeOfTarget(each.target);
      if (target === undefined || !inSet(set, target)) return [];
      return [{ from: unit(nodeOf(each.file)), to: unit(target), by: each }];
    })
    .filter(({ from, to }) => from !== to || !from.endsWith('/'));
  const drafts = knots(edges).map((knot) => draftOf(shortestCycle(knot), edges));
  return { drafts, empty: emptyGlobs('files', set.unmatched(codePaths(tree))) };
};

function inSet(set: ReturnType<typeof pathSet>, node: string): boolean {
  return node.endsWith('/') ? set.hasFolder(node.slice(0, -1)) : set.has(node);
}

/** A cycle is shown at the import that most likely does not belong: from what many import to what few do. */
function draftOf(cycle: readonly Edge<Import>[], edges: readonly Edge<Import>[]): Draft {
  const users = (node: string): number =>
    new Set(edges.filter(({ to }) => to === node).map(({ from }) => from)).size;
  const lead = (edge: Edge<Import>): number => users(edge.from) - users(edge.to);
  const at = cycle.reduce((best, edge, index) => (lead(edge) > lead(cycle[best] ?? edge) ? index : best), 0);
  const turned = [...cycle.slice(at), ...cycle.slice(0, at)];
  const [first] = turned;
  if (!first) throw new TypeError('a cycle has at least one import');
  const nodes = [...turned.map(({ from }) => from), first.from];
  const related = turned.slice(1).map(({ by }) => ({ file: by.file.path, ...by.file.positionAt(by.start) }));
  return {
    ...stretch(first.by.file, first.by.start, first.by.end, first.by.statement),
    value: nodes.join(' → '),
    message: `Imports go in a circle: ${nodes.join(' → ')}${related.length > 0 ? ` (${related.map(placeText).join(', ')})` : ''}.`,
    ...(related.length > 0 && { related }),
  };
}
