/**
 * JSON as the platform handles it: a tree that loses nothing. Rules of the wire (A.4): invalid UTF-8 bytes and lone
 * surrogates become U+FFFD, the last of two equal keys wins, nesting deeper than 10,000 is invalid, output has sorted
 * keys, no spaces, and `<`, `>`, `&` escaped. A clause of our own: a number keeps the digits it was sent with, where
 * the real platform passes it through a 64-bit float. Nothing recurses, so no document can exhaust the stack.
 */
import { isUtf8 } from 'node:buffer';

const VERBATIM = Symbol('verbatim JSON text');

/** JSON text that is written out as it stands: digits a double cannot hold, or a document read from a column. */
export interface Verbatim {
  readonly [VERBATIM]: string;
}
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
export type Json = null | boolean | number | string | Verbatim | JsonObject | readonly Json[];

interface Cursor {
  readonly text: string;
  at: number;
}
interface Frame {
  readonly container: Record<string, Json> | Json[];
  key: string;
}

const MAX_DEPTH = 10_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Marks `text`, which must be valid JSON, to be written out unchanged. */
export function verbatim(text: string): Verbatim {
  return { [VERBATIM]: text };
}

/** The text of a verbatim value, undefined for every other value. */
export function verbatimText(value: Json | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || !(VERBATIM in value)) return undefined;
  return (value as Verbatim)[VERBATIM];
}

/** True for a JSON object, as opposed to null, a list, a scalar or a verbatim value. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(VERBATIM in value);
}

/** Own-key test, so that `toString` is no member of `{}`. */
export function has(object: JsonObject, key: string): boolean {
  return Object.hasOwn(object, key);
}

/** The number that a JSON number stands for, undefined for any other value; digits beyond a double are rounded. */
export function numberOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  const text = verbatimText(value);
  return text !== undefined && /^[-\d]/.test(text) ? Number(text) : undefined;
}

/** Parses one JSON document; throws SyntaxError for anything else, trailing text and a byte order mark included. */
export function parseJson(bytes: Uint8Array): Json {
  const cursor: Cursor = { text: decodeUtf8(bytes), at: 0 };
  const open: Frame[] = [];
  for (;;) {
    skipSpace(cursor);
    const started = openContainer(cursor, open);
    if (started === 'nested') continue;
    let value: Json = started ?? readScalar(cursor);
    for (;;) {
      const frame = open.at(-1);
      if (frame === undefined) return finish(cursor, value);
      attach(frame, value);
      if (anotherMember(cursor, frame)) break;
      value = frame.container;
      open.pop();
    }
  }
}

/** Text of bytes that claim to be UTF-8: each byte that is not part of a valid sequence becomes one U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  const pieces: string[] = [];
  for (let at = 0; at < buffer.length; ) {
    const length = sequenceLength(buffer, at);
    pieces.push(length === 0 ? '\ufffd' : buffer.toString('utf8', at, at + length));
    at += Math.max(length, 1);
  }
  return pieces.join('');
}

function sequenceLength(buffer: Buffer, at: number): number {
  const lead = buffer[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return at + length <= buffer.length && isUtf8(buffer.subarray(at, at + length)) ? length : 0;
}

function openContainer(cursor: Cursor, open: Frame[]): 'nested' | Json | undefined {
  const character = cursor.text[cursor.at];
  if (character !== '{' && character !== '[') return undefined;
  if (open.length >= MAX_DEPTH) return fail(cursor);
  cursor.at++;
  skipSpace(cursor);
  const container: Frame['container'] = character === '{' ? {} : [];
  if (cursor.text[cursor.at] === (character === '{' ? '}' : ']')) {
    cursor.at++;
    return container;
  }
  open.push({ container, key: character === '{' ? readKey(cursor) : '' });
  return 'nested';
}

function readKey(cursor: Cursor): string {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== '"') return fail(cursor);
  const key = readString(cursor);
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== ':') return fail(cursor);
  cursor.at++;
  return key;
}

function readScalar(cursor: Cursor): Json {
  const { text, at } = cursor;
  if (text[at] === '"') return readString(cursor);
  for (const [word, value] of [
    ['true', true],
    ['false', false],
    ['null', null],
  ] as const) {
    if (text.startsWith(word, at)) {
      cursor.at += word.length;
      return value;
    }
  }
  const digits = match(NUMBER, cursor);
  if (digits === '') return fail(cursor);
  const number = Number(digits);
  return String(number) === digits ? number : verbatim(digits);
}

function readString(cursor: Cursor): string {
  cursor.at++;
  let result = match(PLAIN, cursor);
  while (cursor.text[cursor.at] === '\\') {
    result += readEscape(cursor) + match(PLAIN, cursor);
  }
  if (cursor.text[cursor.at] !== '"') return fail(cursor);
  cursor.at++;
  return result.replace(/\p{Surrogate}/gu, '\ufffd');
}

function readEscape(cursor: Cursor): string {
  const letter = cursor.text[cursor.at + 1] ?? '';
  if (letter === 'u') {
    const hex = cursor.text.slice(cursor.at + 2, cursor.at + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(hex)) return fail(cursor);
    cursor.at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }
  const character = ESCAPES[letter];
  if (character === undefined) return fail(cursor);
  cursor.at += 2;
  return character;
}

function attach(frame: Frame, value: Json): void {
  if (Array.isArray(frame.container)) frame.container.push(value);
  else if (frame.key !== '__proto__') frame.container[frame.key] = value;
  else Object.defineProperty(frame.container, frame.key, { value, ...PLAIN_DATA });
}

const PLAIN_DATA = { enumerable: true, configurable: true, writable: true } as const;

function anotherMember(cursor: Cursor, frame: Frame): boolean {
  skipSpace(cursor);
  const character = cursor.text[cursor.at++];
  if (character === ',') {
    if (!Array.isArray(frame.container)) frame.key = readKey(cursor);
    return true;
  }
  if (character !== (Array.isArray(frame.container) ? ']' : '}')) return fail(cursor);
  return false;
}

function finish(cursor: Cursor, value: Json): Json {
  skipSpace(cursor);
  return cursor.at === cursor.text.length ? value : fail(cursor);
}

function skipSpace(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    cursor.at++;
  }
}

function match(pattern: RegExp, cursor: Cursor): string {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? '';
  cursor.at += found.length;
  return found;
}

function fail(cursor: Cursor): never {
  throw new SyntaxError(`invalid JSON at character ${cursor.at}`);
}
