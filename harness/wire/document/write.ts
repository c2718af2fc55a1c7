import { isNumber, type JsonNode } from './parse.ts';

/** Ways to write one document that are all the same JSON. */
export interface Writing {
  /** Line breaks, indentation, and spaces at both ends. */
  readonly spaced?: boolean;
  /** Members from the last to the first. */
  readonly reversed?: boolean;
  /** Characters beyond ASCII, `/`, `'`, `<`, `>` and `&` as escapes. */
  readonly escaped?: boolean;
}

interface Open {
  readonly entries: readonly (readonly [string | undefined, JsonNode])[];
  readonly close: string;
  next: number;
}

/** Writes a document, whatever its depth; numbers keep their digits. */
export function writeDocument(root: JsonNode, writing: Writing = {}): string {
  const pieces: string[] = [];
  const stack: Open[] = [];
  begin(root, writing, pieces, stack);
  for (let open = stack.at(-1); open; open = stack.at(-1)) {
    const entry = open.entries[open.next];
    if (!entry) {
      stack.pop();
      pieces.push(open.entries.length > 0 ? gap(writing, stack.length) : '', open.close);
      continue;
    }
    const [key, value] = entry;
    pieces.push(open.next === 0 ? '' : ',', gap(writing, stack.length));
    if (key !== undefined) pieces.push(quoted(key, writing), writing.spaced ? ' : ' : ':');
    open.next += 1;
    begin(value, writing, pieces, stack);
  }
  const text = pieces.join('');
  return writing.spaced ? `\r\n\t ${text}\n \n` : text;
}

function begin(node: JsonNode, writing: Writing, pieces: string[], stack: Open[]): void {
  if (isNumber(node)) pieces.push(node.digits);
  else if (typeof node === 'string') pieces.push(quoted(node, writing));
  else if (node === null || typeof node === 'boolean') pieces.push(String(node));
  else {
    const entries = Array.isArray(node) ? node.map((item) => [undefined, item] as const) : [...node];
    if (writing.reversed && !Array.isArray(node)) entries.reverse();
    stack.push({ entries, close: Array.isArray(node) ? ']' : '}', next: 0 });
    pieces.push(Array.isArray(node) ? '[' : '{');
  }
}

/** Deep documents are not indented by their depth, or they would grow by its square. */
const MAX_INDENT = 12;

function gap({ spaced }: Writing, depth: number): string {
  return spaced ? `\n${'  '.repeat(Math.min(depth, MAX_INDENT))}` : '';
}

function quoted(text: string, { escaped }: Writing): string {
  const quote = JSON.stringify(text);
  return escaped ? quote.replace(/[^ -~]|[/'<>&]/g, inEscapes) : quote;
}

/** One UTF-16 code unit. */
function inEscapes(unit: string): string {
  if (unit === '/') return '\\/';
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
}
