import { ListDraft, viewOfLists } from './spelled.ts';
import type { View } from './view.ts';

/** A line begins with where it is in the bytes, and shows them in hexadecimal digits. */
const LINE =
  /0x?[0-9a-f]{3,15}:? {1,4}((?:[0-9a-f]{2}){1,8}(?: {1,2}(?:[0-9a-f]{2}){1,8}){0,15})(?![0-9a-z])/iy;

/** Behind its digits it shows the bytes once more, as text. */
const TEXT = / {2,64}\|?(?:\\u[0-9a-f]{4}|\\[^n]|[^\n\\]){0,16}\|?/y;

const BYTES_IN_LINE = 16;

/**
 * What the hexadecimal dumps in a view say, whose lines have more than digits in them. What is found there reaches to the
 * end of its last line, for that shows it as text as well.
 */
export function dumpsIn(view: View): View | undefined {
  const { bytes } = view;
  const draft = new ListDraft();
  let text: string | undefined;
  for (let at = 0; at < bytes.length; at += 1) {
    if (!mayBegin(bytes, at)) continue;
    text ??= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    LINE.lastIndex = at;
    const [whole = '', digits = ''] = LINE.exec(text) ?? [];
    if (whole !== '') addLine(draft, text, at + whole.length - digits.length, at + whole.length);
  }
  const list = draft.take();
  return list && viewOfLists(view, [list]);
}

/** Whether a zero stands where a line begins, or a text in JSON: few dumps are so long that no line has one. */
function mayBegin(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== ZERO) return false;
  const before = bytes[at - 1] ?? NEWLINE;
  return before === NEWLINE || before === QUOTE || (before === LETTER_N && bytes[at - 2] === BACKSLASH);
}

const [ZERO, NEWLINE, QUOTE, LETTER_N, BACKSLASH] = Buffer.from('0\n"n\\');

function addLine(draft: ListDraft, text: string, from: number, to: number): void {
  TEXT.lastIndex = to;
  const end = to + (TEXT.exec(text)?.[0].length ?? 0);
  let count = 0;
  for (let at = from; at < to && count < BYTES_IN_LINE; at += 1) {
    if (text[at] === ' ') continue;
    draft.add(Number.parseInt(text.slice(at, at + 2), 16), at, end);
    at += 1;
    count += 1;
  }
}
