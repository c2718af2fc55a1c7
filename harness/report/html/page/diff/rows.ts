import type { JsonNode } from '../../../../wire/document/parse.ts';
import { inline } from '../../../../wire/document/print.ts';
import { markMoves } from './moves.ts';
import type { Cell, Mark, Row } from './row.ts';

/** A column: a document, or the part of one that stands at `under` in the others; nothing where it never came to be. */
export interface Column {
  readonly root: JsonNode | undefined;
  readonly under?: readonly string[];
}

const MAX_ROWS = 1_200;
const MAX_DEPTH = 60;
const MAX_CHARS = 4_000;
/** Of a container that is told in one line: each level of it is a call. */
const MAX_NESTED_CHARS = 300;

/** Several documents side by side, line by line, each compared with the last one before it that there is. */
export function rowsOf(columns: readonly Column[]): readonly Row[] {
  const rows: Row[] = [];
  const roots = columns.map(({ root, under = [] }) => under.reduceRight<JsonNode | undefined>(wrap, root));
  const shows = (path: readonly string[]) =>
    columns.map(({ root, under = [] }) => root !== undefined && under.every((step, at) => path[at] === step));
  merge({ rows, shows }, roots, [], '', []);
  markMoves(rows);
  return rows;
}

type Nodes = readonly (JsonNode | undefined)[];
/** What stands behind a line in each document. */
type Commas = readonly string[];

interface Merging {
  readonly rows: Row[];
  readonly shows: (path: readonly string[]) => readonly boolean[];
}

function wrap(node: JsonNode | undefined, step: string): JsonNode | undefined {
  return node === undefined ? undefined : new Map([[step, node]]);
}

function merge(at: Merging, nodes: Nodes, path: readonly string[], label: string, commas: Commas): void {
  if (at.rows.length >= MAX_ROWS) return;
  const kind = commonKind(nodes);
  const shown = at.shows(path);
  if (kind === 'leaf' || path.length >= MAX_DEPTH) {
    const texts = nodes.map((node) => (node === undefined ? '' : `${label}${oneLine(node)}`));
    at.rows.push(rowAt(path, { texts, commas, values: nodes, shown }));
    return;
  }
  const [open, close] = kind === 'list' ? ['[', ']'] : ['{', '}'];
  const keys = keysOf(nodes);
  const frame = (text: string) => nodes.map((node) => (node === undefined ? '' : text));
  if (keys.length === 0) {
    at.rows.push(rowAt(path, { texts: frame(`${label}${open}${close}`), commas, values: nodes, shown }));
    return;
  }
  const values = nodes.map((node) => (node === undefined ? undefined : true));
  at.rows.push(rowAt(path, { texts: frame(`${label}${open}`), commas: [], values, shown }));
  const last = nodes.map((node) => keys.findLastIndex((key) => childAt(node, key) !== undefined));
  keys.forEach((key, index) => {
    const name = kind === 'list' ? '' : `${JSON.stringify(key)}: `;
    const children = nodes.map((node) => childAt(node, key));
    const after = last.map((end) => (index < end ? ',' : ''));
    merge(at, children, [...path, key], name, after);
  });
  at.rows.push(rowAt(path, { texts: frame(close), commas, values, shown }));
}

function commonKind(nodes: readonly (JsonNode | undefined)[]): 'list' | 'object' | 'leaf' {
  const there = nodes.filter((node) => node !== undefined);
  if (there.every((node) => Array.isArray(node))) return 'list';
  return there.every((node) => node instanceof Map) ? 'object' : 'leaf';
}

/** In the order of the first document, with what others have besides where they have it; no more than can be shown. */
function keysOf(nodes: readonly (JsonNode | undefined)[]): readonly string[] {
  const lengths = nodes.map((node) => (Array.isArray(node) ? node.length : 0));
  const longest = Math.min(MAX_ROWS, Math.max(...lengths));
  if (longest > 0) return Array.from({ length: longest }, (_, index) => `${index}`);
  const keys: string[] = [];
  for (const node of nodes) {
    let after = -1;
    for (const key of node instanceof Map ? [...node.keys()].slice(0, MAX_ROWS) : []) {
      const known = keys.indexOf(key);
      if (known < 0) keys.splice(after + 1, 0, key);
      after = known < 0 ? after + 1 : known;
    }
  }
  return keys;
}

function childAt(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (Array.isArray(node)) return node[Number(key)];
  return node instanceof Map ? node.get(key) : undefined;
}

interface Line {
  readonly texts: readonly string[];
  readonly commas: Commas;
  readonly values: Nodes;
  readonly shown: readonly boolean[];
}

/** That something else follows in one document and not in another is no difference of this line. */
function rowAt(path: readonly string[], { texts, commas, values, shown }: Line): Row {
  let before: number | undefined;
  const cells = texts.map((text, index): Cell => {
    if (!shown[index]) return { text: '', mark: 'outside' };
    const mark =
      before === undefined ? 'same' : markOf(values[before], values[index], texts[before] !== text);
    before = index;
    return { text: text === '' ? '' : `${text}${commas[index] ?? ''}`, mark };
  });
  return { path: path.join('.'), depth: path.length, cells, values };
}

function markOf(before: JsonNode | undefined, now: JsonNode | undefined, differs: boolean): Mark {
  if (before === undefined && now !== undefined) return 'added';
  if (before !== undefined && now === undefined) return 'missing';
  return differs ? 'changed' : 'same';
}

function oneLine(node: JsonNode): string {
  const isNested = node instanceof Map || Array.isArray(node);
  return inline(node, isNested ? MAX_NESTED_CHARS : MAX_CHARS);
}
