import { readPiece } from './piece.ts';
import { type Section, type View, viewOver } from './view.ts';

/**
 * A view with one layer of escapes taken off (backslashes, percent signs, HTML entities), and without what nobody sees:
 * terminal sequences, control characters and ends of lines, characters without width. Nothing when that is the same.
 */
export function unescaped(view: View): View | undefined {
  const { bytes } = view;
  const made = Buffer.allocUnsafe(bytes.length);
  const sections: Section[] = [];
  let [length, copied] = [0, 0];
  const copyTo = (end: number) => {
    if (end === copied) return;
    sections.push({ at: length, below: copied, spread: oneToOne });
    made.set(bytes.subarray(copied, end), length);
    length += end - copied;
  };
  for (let at = nextPlace(bytes, 0); at < bytes.length; at = nextPlace(bytes, at)) {
    const piece = readPiece(bytes, at);
    if (!piece) {
      at += 1;
      continue;
    }
    copyTo(at);
    if (piece.made.length > 0) sections.push({ at: length, below: at, spread: piece.spread });
    for (let index = 0; index < piece.made.length; index++) made[length++] = piece.made[index] as number;
    at += piece.width;
    copied = at;
  }
  if (copied === 0) return undefined;
  copyTo(bytes.length);
  return viewOver(view, made.subarray(0, length), sections);
}

function nextPlace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && MAY_BEGIN[bytes[at] as number] === 0) at += 1;
  return at;
}

function oneToOne(byte: number) {
  return { start: byte, end: byte + 1 };
}

/** Bytes that may begin a piece: control characters, the three signs, and what leads characters of no or other width. */
const MAY_BEGIN = new Uint8Array(256);
MAY_BEGIN.fill(1, 0x00, 0x20);
for (const byte of Buffer.from('\\%&\u007f')) MAY_BEGIN[byte] = 1;
for (const byte of [0xc2, 0xcc, 0xcd, 0xd8, 0xe1, 0xe2, 0xef, 0xf0, 0xf3]) MAY_BEGIN[byte] = 1;
