import { type NodesApart, nodesApart } from '../../../wire/document/apart.ts';
import { differences } from '../../../wire/document/compare.ts';
import { documentOf, type JsonNode } from '../../../wire/document/parse.ts';
import { inline, shorten } from '../../../wire/document/print.ts';
import type { ReadPart } from '../../../wire/exchange.ts';

/** Whether agent code read a part as it was meant; a file's bytes count decoded, its absent fields as empty. */
export function samePart(expected: ReadPart | undefined, read: ReadPart | undefined): boolean {
  if (!expected || !read || expected.kind !== read.kind) return false;
  switch (expected.kind) {
    case 'text':
      return read.kind === 'text' && expected.text === read.text;
    case 'data':
      return read.kind === 'data' && sameData(expected.data, read.data);
    case 'file':
      return (
        read.kind === 'file' &&
        sameBytes(expected.bytes, read.bytes) &&
        expected.uri === read.uri &&
        (expected.name ?? '') === (read.name ?? '') &&
        (expected.mimeType ?? '') === (read.mimeType ?? '')
      );
    case 'unknown':
      return true;
    default:
      return expected satisfies never;
  }
}

/** Whether two JSON values are equal for agent code, to which all numbers are doubles and `__proto__` is no data. */
export function sameData(expected: unknown, read: unknown): boolean {
  return differences(asRead(documentOf(expected)), asRead(documentOf(read))).length === 0;
}

/** A part in a few words. */
function partInWords(part: ReadPart | undefined): string {
  if (!part) return 'nothing';
  switch (part.kind) {
    case 'text':
      return `text ${JSON.stringify(shorten(part.text, 80))}`;
    case 'data':
      return `data ${inline(documentOf(part.data), 80)}`;
    case 'file':
      return `file ${shorten(JSON.stringify({ ...part, bytes: part.bytes && shorten(part.bytes, 24) }), 160)}`;
    case 'unknown':
      return `a part it cannot use, ${inline(documentOf(part.value), 80)}`;
    default:
      return part satisfies never;
  }
}

/** Two parts that differ, in a few words each: whole where that tells them apart, else around the first difference. */
export function partsApart(expected: ReadPart, read: ReadPart | undefined): NodesApart {
  const words = { expected: partInWords(expected), actual: partInWords(read) };
  if (read?.kind !== expected.kind) return words;
  const isTold = words.expected !== words.actual && !words.expected.includes('… (');
  if (isTold && /^[ -~]*$/.test(words.expected + words.actual)) return words;
  if (expected.kind === 'text' && read.kind === 'text') {
    const texts = nodesApart(expected.text, read.text);
    return { expected: `text ${texts.expected}`, actual: `text ${texts.actual}` };
  }
  const inner = nodesApart(documentOf(expected), documentOf(read));
  return { expected: `${expected.kind} with ${inner.expected}`, actual: `${read.kind} with ${inner.actual}` };
}

/** Several parts in a few words: how many, and the first of them. */
export function partsInWords(parts: readonly ReadPart[]): string {
  const shown = parts.slice(0, 4).map(partInWords).join(', ');
  const count = `${parts.length} part${parts.length === 1 ? '' : 's'}`;
  return parts.length === 0 ? count : `${count}: ${shown}${parts.length > 4 ? ', …' : ''}`;
}

function sameBytes(expected: string | null, read: string | null): boolean {
  if (expected === null || read === null) return (expected ?? '') === (read ?? '');
  return expected === read || Buffer.from(expected, 'base64').equals(Buffer.from(read, 'base64'));
}

/** The document as agent code can have it: without `__proto__`. */
function asRead(root: JsonNode): JsonNode {
  const pending: JsonNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node instanceof Map) node.delete('__proto__');
    if (node instanceof Map || Array.isArray(node)) pending.push(...node.values());
  }
  return root;
}
