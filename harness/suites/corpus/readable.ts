import { createTwoFilesPatch } from 'diff';
import { apart } from '../../wire/apart.ts';
import { nodesApart } from '../../wire/document/apart.ts';
import { differences } from '../../wire/document/compare.ts';
import { documentOf, type JsonNode, parseBytes } from '../../wire/document/parse.ts';
import { prettyLines, shorten } from '../../wire/document/print.ts';

/** A document for people to read: every line whole, so that no difference is lost; cut only when it is shown. */
export interface Readable {
  readonly lines: readonly string[];
  readonly document: JsonNode | undefined;
}

const READ_LINES = 20_000;
const SHOWN_LINES = 200;
const LINE_LENGTH = 160;

/** The JSON in bytes; bytes that are none as one line, with everything escaped that a terminal would not show. */
export function readableBytes(bytes: Buffer): Readable {
  const document = parseBytes(bytes);
  if (document !== undefined) return readableNode(document);
  const line = JSON.stringify(bytes.toString('latin1')).slice(1, -1);
  return { lines: [line === '' ? '(no bytes)' : line], document };
}

/** A plain value as a document. */
export function readableValue(value: unknown): Readable {
  return readableNode(documentOf(value));
}

/** A part of a document. */
export function readableNode(document: JsonNode): Readable {
  return { lines: prettyLines(document, READ_LINES), document };
}

/** A document as a terminal can show it. */
export function shown({ lines }: Readable): string {
  const cut = lines.slice(0, SHOWN_LINES).map((line) => shorten(line, LINE_LENGTH));
  return [...cut, ...(lines.length > SHOWN_LINES ? [`… (${lines.length} lines)`] : [])].join('\n');
}

/** What changed from one document to another, as a unified diff; empty only when nothing did. */
export function changesBetween(fromName: string, toName: string, from: Readable, to: Readable): string {
  if (from.lines.join('\n') === to.lines.join('\n')) return unseenChange(from, to);
  const [before, after] = [from, to].map(({ lines }) => `${lines.join('\n')}\n`);
  const options = { context: 2, maxEditLength: 2_000 };
  const patch = createTwoFilesPatch(fromName, toName, before ?? '', after ?? '', '', '', options);
  const lines = patch?.trimEnd().split('\n') ?? firstChange(from, to);
  const cut = inPairs(lines.filter((line) => !line.startsWith('=====')));
  return cut.length > SHOWN_LINES ? [...cut.slice(0, SHOWN_LINES), '…'].join('\n') : cut.join('\n');
}

/** Deeper, or further down, than documents are read here. */
function unseenChange({ document: from }: Readable, { document: to }: Readable): string {
  const [first] = from === undefined ? [] : differences(from, to, { limit: 1 });
  if (!first) return '';
  const words = nodesApart(first.expected, first.actual);
  return `at ${first.path}: ${words.expected} became ${words.actual}`;
}

/** Where so much changed that listing it would take too long. */
function firstChange({ lines: from }: Readable, { lines: to }: Readable): string[] {
  const at = from.findIndex((line, index) => line !== to[index]);
  const line = at < 0 ? from.length : at;
  return [`@@ from line ${line + 1} on @@`, `-${from[line] ?? ''}`, `+${to[line] ?? ''}`];
}

/** Lines of a diff, the long ones cut; a line and the one that took its place are cut around where they part. */
function inPairs(lines: readonly string[]): readonly string[] {
  const cut = lines.map((line) => shorten(line, LINE_LENGTH));
  lines.forEach((line, at) => {
    if (!line.startsWith('+') || line.startsWith('+++')) return;
    const partner = partnerOf(lines, at);
    const windows = partner === undefined ? undefined : apart(lines[partner]?.slice(1) ?? '', line.slice(1));
    const isLong = Math.max(line.length, lines[partner ?? at]?.length ?? 0) > LINE_LENGTH;
    if (partner === undefined || !windows || !isLong) return;
    cut[partner] = `-${windows.expected} (at character ${windows.offset})`;
    cut[at] = `+${windows.actual} (at character ${windows.offset})`;
  });
  return cut;
}

/** The removed line that an added one stands for: the n-th of those right before the added ones. */
function partnerOf(lines: readonly string[], at: number): number | undefined {
  let firstAdded = at;
  while (lines[firstAdded - 1]?.startsWith('+')) firstAdded -= 1;
  let firstRemoved = firstAdded;
  while (lines[firstRemoved - 1]?.startsWith('-') && !lines[firstRemoved - 1]?.startsWith('---'))
    firstRemoved -= 1;
  const partner = firstRemoved + at - firstAdded;
  return partner < firstAdded ? partner : undefined;
}
