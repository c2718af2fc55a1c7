import { groupBy } from '../../../support/group.ts';

/** An arrow between two units, with what draws it. */
export interface Edge<T> {
  readonly from: string;
  readonly to: string;
  readonly by: T;
}

/** The groups of edges among which every node reaches every other; each holds at least one cycle. */
export function knots<T>(edges: readonly Edge<T>[]): readonly (readonly Edge<T>[])[] {
  const component = components(edges);
  const inside = edges.filter(({ from, to }) => component.get(from) === component.get(to));
  const byComponent = groupBy(inside, ({ from }) => component.get(from) ?? -1);
  return [...byComponent.values()];
}

/** The shortest cycle of a knot; among equals the one whose first node comes first in the alphabet. */
export function shortestCycle<T>(knot: readonly Edge<T>[]): readonly Edge<T>[] {
  const starts = [...new Set(knot.map(({ from }) => from))].sort();
  const outgoing = groupBy(knot, ({ from }) => from);
  let best: readonly Edge<T>[] = [];
  for (const start of starts) {
    const cycle = cycleThrough(start, outgoing);
    if (cycle.length > 0 && (best.length === 0 || cycle.length < best.length)) best = cycle;
    if (best.length === 1) break;
  }
  return best;
}

function cycleThrough<T>(
  start: string,
  outgoing: ReadonlyMap<string, readonly Edge<T>[]>,
): readonly Edge<T>[] {
  const cameBy = new Map<string, Edge<T>>();
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const edge of outgoing.get(node) ?? []) {
      if (edge.to === start) return [...pathTo(node, start, cameBy), edge];
      if (cameBy.has(edge.to)) continue;
      cameBy.set(edge.to, edge);
      queue.push(edge.to);
    }
  }
  return [];
}

function pathTo<T>(node: string, start: string, cameBy: ReadonlyMap<string, Edge<T>>): readonly Edge<T>[] {
  const path: Edge<T>[] = [];
  for (let at = node; at !== start; ) {
    const edge = cameBy.get(at);
    if (!edge) break;
    path.unshift(edge);
    at = edge.from;
  }
  return path;
}

/** Numbers the strongly connected components (Kosaraju, without recursion: trees may be deep). */
function components<T>(edges: readonly Edge<T>[]): ReadonlyMap<string, number> {
  const forward = groupBy(edges, ({ from }) => from);
  const backward = groupBy(edges, ({ to }) => to);
  const nodes = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort();
  const finished: string[] = [];
  const seen = new Set<string>();
  for (const node of nodes) visit(node, seen, (at) => (forward.get(at) ?? []).map(({ to }) => to), finished);
  const component = new Map<string, number>();
  const placed = new Set<string>();
  for (const [index, node] of finished.reverse().entries()) {
    const members: string[] = [];
    visit(node, placed, (at) => (backward.get(at) ?? []).map(({ from }) => from), members);
    for (const member of members) component.set(member, index);
  }
  return component;
}

function visit(
  start: string,
  seen: Set<string>,
  next: (node: string) => readonly string[],
  finished: string[],
): void {
  const stack: { readonly node: string; leave: boolean }[] = [{ node: start, leave: false }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.leave) finished.push(top.node);
    if (top.leave || seen.has(top.node)) continue;
    seen.add(top.node);
    stack.push({ node: top.node, leave: true });
    for (const node of next(top.node)) if (!seen.has(node)) stack.push({ node, leave: false });
  }
}
