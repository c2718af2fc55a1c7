import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Named, NameSet } from './named.ts';

/** The names at a place in YAML or JSON: keys of a map, items of a list, or a value; `*` stands for any step. */
export function keyedNames(path: string, text: string, key: string): NameSet {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, merge: true });
  if (document.errors.length > 0) return { names: [] };
  const named = (name: string, node: unknown): Named => {
    const start = (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
    const { line, col } = counter.linePos(start);
    return { name, file: path, line, column: col, statement: name };
  };
  const nodes = reach([document.contents], key.split('.'));
  const names = nodes.flatMap((node) => namesOf(node).map(([name, at]) => named(name, at)));
  const [first] = nodes;
  return { names, ...(first !== undefined && first !== null && { anchor: named(key, first) }) };
}

function reach(nodes: readonly unknown[], steps: readonly string[]): readonly unknown[] {
  const [step, ...rest] = steps;
  if (step === undefined) return nodes;
  const next = nodes.flatMap((node): readonly unknown[] => {
    if (isMap(node)) {
      return node.items
        .filter((pair) => step === '*' || scalarText(pair.key) === step)
        .map((pair) => pair.value);
    }
    if (!isSeq(node)) return [];
    return step === '*' ? node.items : [node.items[Number(step)]].filter((item) => item !== undefined);
  });
  return reach(next, rest);
}

function namesOf(node: unknown): readonly (readonly [string, unknown])[] {
  if (isMap(node)) return node.items.map((pair) => [scalarText(pair.key), pair.key] as const);
  if (isSeq(node)) return node.items.filter(isScalar).map((item) => [String(item.value), item] as const);
  return isScalar(node) && node.value !== null ? [[String(node.value), node]] : [];
}

function scalarText(node: unknown): string {
  return isScalar(node) ? String(node.value) : String(node);
}
