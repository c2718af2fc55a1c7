import { HEX } from './piece.ts';
import type { ListDraft } from './spelled.ts';

/** How bytes are written in digits. */
export interface Base {
  readonly base: number;
  /** May stand before the digits, behind a zero or alone. */
  readonly letter: number | undefined;
  readonly leastDigits: number;
  readonly mostDigits: number;
  /** So many digits are a byte; all of a word if undefined. */
  readonly digitsOfByte: number | undefined;
}

const [LETTER_X, LETTER_O, LETTER_B] = Buffer.from('xob');

/** Hexadecimal digits often stand in groups of several bytes. */
export const BASES: readonly Base[] = [
  { base: 10, letter: undefined, leastDigits: 1, mostDigits: 3, digitsOfByte: undefined },
  { base: 16, letter: LETTER_X, leastDigits: 2, mostDigits: 16, digitsOfByte: 2 },
  { base: 8, letter: LETTER_O, leastDigits: 3, mostDigits: 4, digitsOfByte: undefined },
  { base: 2, letter: LETTER_B, leastDigits: 8, mostDigits: 8, digitsOfByte: undefined },
];

/** The longest word that is read: digits, and what may stand before them. */
export const MAX_WORD_BYTES = 18;

/** Whether a word says bytes in a base. */
export function saysBytes(bytes: Uint8Array, start: number, end: number, base: Base): boolean {
  const first = start + prefixWidth(bytes, start, base.letter);
  const digits = end - first;
  if (digits < base.leastDigits || digits > base.mostDigits) return false;
  const width = base.digitsOfByte ?? digits;
  if (digits % width !== 0 || !areDigits(bytes, first, end, base.base)) return false;
  return numberAt(bytes, first, width, base.base) <= MAX_BYTE;
}

const MAX_BYTE = 255;

/** Adds the bytes that such a word says to a list. */
export function addBytes(list: ListDraft, bytes: Uint8Array, start: number, end: number, base: Base): void {
  const first = start + prefixWidth(bytes, start, base.letter);
  const width = base.digitsOfByte ?? end - first;
  for (let at = first; at < end; at += width)
    list.add(numberAt(bytes, at, width, base.base), at === first ? start : at, at + width);
}

function prefixWidth(bytes: Uint8Array, start: number, letter: number | undefined): number {
  if (letter === undefined) return 0;
  if (smallLetter(bytes[start]) === letter) return 1;
  return bytes[start] === ZERO && smallLetter(bytes[start + 1]) === letter ? 2 : 0;
}

const ZERO = 0x30;

function smallLetter(byte = 0): number {
  return byte | 0x20;
}

function areDigits(bytes: Uint8Array, start: number, end: number, base: number): boolean {
  for (let at = start; at < end; at += 1) {
    const digit = HEX[bytes[at] as number] as number;
    if (digit < 0 || digit >= base) return false;
  }
  return true;
}

function numberAt(bytes: Uint8Array, start: number, width: number, base: number): number {
  let value = 0;
  for (let at = start; at < start + width; at += 1)
    value = value * base + (HEX[bytes[at] as number] as number);
  return value;
}
