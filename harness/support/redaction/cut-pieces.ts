import { FOLDED, folded } from './fold.ts';
import type { Found } from './needles.ts';
import type { View } from './view.ts';

/** So much of a secret says something of it. */
export const PIECE_BYTES = 8;

/** Nothing shorter was cut without an ellipsis. */
export const CUT_BYTES = 256;

/** What stands for the rest wherever a text is cut. */
export const ELLIPSIS = Buffer.from('…');

/** May stand between a piece and its ellipsis. */
const QUOTES: ReadonlySet<number | undefined> = new Set(Buffer.from('"\'`'));

/** Follows each run in the view of what was decoded: no byte of UTF-8, so that nothing is found across it. */
export const BOUNDARY = 0xff;

interface Needle {
  readonly bytes: Uint8Array;
  readonly mark: string;
}

/**
 * Searches where a text was cut for what is left of a needle: its beginning before an ellipsis, its end behind one. Where
 * `isCut`, the beginning and the end of the text are such places as well.
 */
export class CutPieces {
  readonly #beginnings = new Shelf();
  readonly #ends = new Shelf();
  #longest = 0;

  add(form: Uint8Array, mark: string): void {
    if (form.length <= PIECE_BYTES) return;
    const needle = { bytes: folded(form), mark };
    this.#beginnings.add(0, needle);
    this.#ends.add(form.length - PIECE_BYTES, needle);
    this.#longest = Math.max(this.#longest, form.length);
  }

  find({ bytes }: Pick<View, 'bytes'>, isCut: boolean, found: Found): void {
    if (this.#longest === 0) return;
    for (const { start, end } of stretchesOf(bytes, isCut)) {
      if (end !== undefined) this.#findBeginning(bytes, start ?? 0, end, found);
      if (start !== undefined) this.#findEnd(bytes, start, end ?? bytes.length, found);
    }
  }

  /** The longest that stands right before `end`. */
  #findBeginning(bytes: Uint8Array, start: number, end: number, found: Found): void {
    for (let at = Math.max(start, end - this.#longest); at + PIECE_BYTES <= end; at++) {
      const needle = this.#beginnings
        .at(bytes, at)
        .find(({ bytes: all }) => end - at <= all.length && stands(all.subarray(0, end - at), bytes, at));
      if (!needle) continue;
      found(at, end, needle.mark);
      return;
    }
  }

  /** The longest that stands right behind `start`. */
  #findEnd(bytes: Uint8Array, start: number, end: number, found: Found): void {
    for (let at = Math.min(end, start + this.#longest); at - PIECE_BYTES >= start; at--) {
      const needle = this.#ends
        .at(bytes, at - PIECE_BYTES)
        .find(({ bytes: all }) => at - start <= all.length && stands(all.subarray(start - at), bytes, start));
      if (!needle) continue;
      found(start, at, needle.mark);
      return;
    }
  }
}

/** Needles by some of their bytes. */
class Shelf {
  readonly #byKey = new Map<number, Needle[]>();
  /** By the hash of the bytes that a key begins with, so that hardly any place is looked up. */
  #begun: Uint8Array | undefined;

  add(offset: number, needle: Needle): void {
    this.#begun ??= new Uint8Array(1 << SLOT_BITS);
    this.#begun[slotAt(needle.bytes, offset)] = 1;
    const key = keyAt(needle.bytes, offset);
    const others = this.#byKey.get(key);
    if (others) others.push(needle);
    else this.#byKey.set(key, [needle]);
  }

  at(bytes: Uint8Array, place: number): readonly Needle[] {
    if (this.#begun?.[slotAt(bytes, place)] !== 1) return NONE;
    return this.#byKey.get(keyAt(bytes, place)) ?? NONE;
  }
}

const NONE: readonly Needle[] = [];

/** Thousands of needles take few of so many slots. */
const SLOT_BITS = 18;

function slotAt(bytes: Uint8Array, at: number): number {
  let four = 0;
  for (let next = at; next < at + 4; next++) four = (four << 8) | (FOLDED[bytes[next] as number] as number);
  return Math.imul(four, 0x9e3779b1) >>> (32 - SLOT_BITS);
}

function keyAt(bytes: Uint8Array, at: number): number {
  let key = 0;
  for (let next = at; next < at + PIECE_BYTES; next++)
    key = (Math.imul(key, 0x01000193) + (FOLDED[bytes[next] as number] as number)) | 0;
  return key;
}

function stands(piece: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < piece.length; index++)
    if (piece[index] !== FOLDED[bytes[at + index] as number]) return false;
  return true;
}

/** What stands between two cuts; without `start` or `end` where no cut is. */
interface Between {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

function stretchesOf(bytes: Uint8Array, isCut: boolean): readonly Between[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const between: Between[] = [];
  let start = isCut ? 0 : undefined;
  for (let at = all.indexOf(ELLIPSIS); at >= 0; at = all.indexOf(ELLIPSIS, at + ELLIPSIS.length)) {
    between.push({ start, end: QUOTES.has(bytes[at - 1]) ? at - 1 : at });
    const behind = at + ELLIPSIS.length;
    start = QUOTES.has(bytes[behind]) ? behind + 1 : behind;
  }
  const last = bytes.at(-1) === BOUNDARY ? bytes.length - 1 : bytes.length;
  return [...between, { start, end: isCut ? last : undefined }];
}
