import { isUtf8 } from 'node:buffer';

/** Where two texts part, each shown around that place. */
export interface Apart {
  /** Characters that both begin with. */
  readonly offset: number;
  readonly expected: string;
  readonly actual: string;
}

/** Characters shown before the place where two texts part, and from it on. */
const BEFORE = 40;
const AFTER = 80;

const NOT_PLAIN = /[^ -~]/;

/**
 * The two texts as they would stand in JSON, cut around the first place where they differ. Never two that look alike:
 * where they part at something else than plain ASCII, all of that is shown as escapes. Equal texts have no such place.
 */
export function apart(expected: string, actual: string): Apart | undefined {
  if (expected === actual) return undefined;
  const offset = offsetOf(expected, actual);
  const quote = `${expected}${actual}`.includes('"') ? "'" : '"';
  const windows = [expected, actual].map((text) => windowAt(text, offset, quote));
  const isPlain = [expected, actual].every((text) => !NOT_PLAIN.test(text.charAt(offset)));
  const [left = '', right = ''] = isPlain ? windows : windows.map(inEscapes);
  return { offset, expected: left, actual: right };
}

/** The same of bytes, as UTF-8 where both are, else as a character for each byte; `offset` counts bytes. */
export function bytesApart(expected: Buffer, actual: Buffer): Apart | undefined {
  const encoding = isUtf8(expected) && isUtf8(actual) ? 'utf8' : 'latin1';
  const [left, right] = [expected.toString(encoding), actual.toString(encoding)];
  const found = apart(left, right);
  return found && { ...found, offset: Buffer.byteLength(left.slice(0, found.offset), encoding) };
}

function offsetOf(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return isLowSurrogate(left, at) || isLowSurrogate(right, at) ? at - 1 : at;
}

function windowAt(text: string, offset: number, quote: string): string {
  const start = isLowSurrogate(text, offset - BEFORE) ? offset - BEFORE - 1 : Math.max(0, offset - BEFORE);
  const end = isLowSurrogate(text, offset + AFTER) ? offset + AFTER + 1 : offset + AFTER;
  const shown = JSON.stringify(text.slice(Math.max(0, start), end))
    .slice(1, -1)
    .replaceAll('\\"', '"');
  return `${start > 0 ? '…' : ''}${quote}${shown}${quote}${end < text.length ? '…' : ''}`;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}

function inEscapes(text: string): string {
  return text.replace(/(?!…)[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
