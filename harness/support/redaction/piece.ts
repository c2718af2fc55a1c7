import { alikeAt } from './characters.ts';
import { namedEntity } from './entities.ts';
import type { Stretch } from './view.ts';

/** Some bytes that a reader takes for others, or does not see. */
export interface Piece {
  readonly width: number;
  readonly made: readonly number[];
  /** All of it is needed for each byte that it makes. */
  readonly spread: () => Stretch;
}

/** A piece of some width that is read as these bytes. */
export function pieceOf(width: number, made: readonly number[]): Piece {
  return { width, made, spread: SPREADS[width] ?? (() => ({ start: 0, end: width })) };
}

const SPREADS = Array.from({ length: 16 }, (_, width) => () => ({ start: 0, end: width }));

const [BACKSLASH, PERCENT, AMPERSAND, ESC] = [0x5c, 0x25, 0x26, 0x1b];

/** Reads what stands at a place, if it is anything but itself. */
export function readPiece(bytes: Uint8Array, at: number): Piece | undefined {
  const byte = bytes[at] as number;
  if (byte === BACKSLASH) return backslashed(bytes, at);
  if (byte === PERCENT) return ofHex(bytes, at + 1, 2, 3, asByte);
  if (byte === AMPERSAND) return entity(bytes, at);
  if (byte === ESC) return dropped(sequenceWidth(bytes, at));
  if (byte < 0x80) return dropped(1);
  const alike = alikeAt(bytes, at);
  return alike && pieceOf(alike.width, alike.made);
}

function dropped(width: number): Piece {
  return DROPPED[width] ?? pieceOf(width, []);
}

const DROPPED = Array.from({ length: 4 }, (_, width) => pieceOf(width, []));

function backslashed(bytes: Uint8Array, at: number): Piece | undefined {
  const next = String.fromCharCode(bytes[at + 1] ?? 0);
  switch (next) {
    case 'u':
      return bytes[at + 2] === 0x7b ? inBraces(bytes, at) : ofHex(bytes, at + 2, 4, 6, asCharacter);
    case 'U':
      return ofHex(bytes, at + 2, 8, 10, asCharacter);
    case 'x':
      return ofHex(bytes, at + 2, 2, 4, asByte);
    case '"':
    case "'":
    case '/':
    case '\\':
      return pieceOf(2, [next.charCodeAt(0)]);
    case 'e':
      return pieceOf(2, [ESC]);
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      return dropped(2);
    default:
      return octal(bytes, at);
  }
}

function octal(bytes: Uint8Array, at: number): Piece | undefined {
  const digits = textAt(bytes, at + 1, 3);
  return /^[0-3][0-7]{2}$/.test(digits) ? pieceOf(4, [Number.parseInt(digits, 8)]) : undefined;
}

function inBraces(bytes: Uint8Array, at: number): Piece | undefined {
  const [whole, digits] = /^\{([0-9a-f]{1,6})\}/i.exec(textAt(bytes, at + 2, 8)) ?? [];
  if (whole === undefined || digits === undefined) return undefined;
  return pieceOf(2 + whole.length, asCharacter(Number.parseInt(digits, 16)));
}

function entity(bytes: Uint8Array, at: number): Piece | undefined {
  const text = textAt(bytes, at, 12);
  const [whole, hex, decimal] = /^&#(?:x([0-9a-f]{1,7})|(\d{1,8}));?/i.exec(text) ?? [];
  if (whole === undefined) {
    const named = namedEntity(text);
    return named && pieceOf(named.width, [named.character.charCodeAt(0)]);
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return pieceOf(whole.length, asCharacter(code));
}

function ofHex(
  bytes: Uint8Array,
  start: number,
  digits: number,
  width: number,
  make: (code: number) => readonly number[],
): Piece | undefined {
  let code = 0;
  for (let at = start; at < start + digits; at++) {
    const digit = HEX[bytes[at] ?? 0] as number;
    if (digit < 0) return undefined;
    code = code * 16 + digit;
  }
  return pieceOf(width, make(code));
}

/** Values of hexadecimal digits, -1 for every other byte. */
export const HEX = Int8Array.from({ length: 256 }, (_, byte) =>
  /[0-9a-f]/i.test(String.fromCharCode(byte)) ? Number.parseInt(String.fromCharCode(byte), 16) : -1,
);

function asByte(code: number): readonly number[] {
  return [code];
}

function asCharacter(code: number): readonly number[] {
  if (code < 0x80) return [code];
  return code > 0x10ffff ? [] : [...Buffer.from(String.fromCodePoint(code))];
}

/** A terminal acts upon such a sequence and shows nothing of it; one that does not end is only its first byte. */
function sequenceWidth(bytes: Uint8Array, at: number): number {
  const found = SEQUENCE.exec(textAt(bytes, at, MAX_SEQUENCE_BYTES));
  return found ? found[0].length : 1;
}

const MAX_SEQUENCE_BYTES = 128;

const SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /^\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)|[ -/]+[0-~])/;

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(length, bytes.length - at)).toString(
    'latin1',
  );
}
