/**
 * The raw texts of an object's member values, by member name, or of an array's elements, by index. `text` must be
 * JSON that a parser has accepted; anything but an object or array gives an empty map. A name that occurs twice
 * keeps its last value, as `JSON.parse` does.
 */
export function jsonSlices(text: string): ReadonlyMap<string, string> {
  const slices = new Map<string, string>();
  let at = skipSpace(text, text.charCodeAt(0) === BOM ? 1 : 0);
  const keyed = text[at] === '{';
  if (!keyed && text[at] !== '[') return slices;
  at = skipSpace(text, at + 1);
  for (let index = 0; at < text.length && !CLOSERS.has(text[at] ?? ''); index += 1) {
    let name = String(index);
    if (keyed) {
      const end = endOfString(text, at);
      name = JSON.parse(text.slice(at, end));
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    const end = endOfValue(text, at);
    slices.set(name, text.slice(at, end));
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return slices;
}

const BOM = 0xfeff;
const OPENERS = new Set(['{', '[']);
const CLOSERS = new Set(['}', ']']);
const SPACE = new Set([' ', '\n', '\r', '\t']);
const SCALAR_END = /[\s,\]}]/g;
const STRUCTURE = /["{}[\]]/g;

function skipSpace(text: string, from: number): number {
  let at = from;
  while (SPACE.has(text[at] ?? '')) at += 1;
  return at;
}

function endOfValue(text: string, from: number): number {
  const first = text[from] ?? '';
  if (first === '"') return endOfString(text, from);
  if (!OPENERS.has(first)) return nextMatch(SCALAR_END, text, from);
  let depth = 0;
  for (let at = from; at < text.length; at = nextMatch(STRUCTURE, text, at)) {
    const mark = text[at] ?? '';
    if (mark === '"') {
      at = endOfString(text, at);
      continue;
    }
    depth += OPENERS.has(mark) ? 1 : -1;
    at += 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at === -1 ? text.length : at + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text[quote - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function nextMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
