import { folded } from './fold.ts';
import type { Found } from './needles.ts';
import type { View } from './view.ts';

/** So much of a secret says something of it. */
export const PIECE_BYTES = 8;

/** What stands for the rest wherever a text is cut. */
const ELLIPSIS = Buffer.from('…');

/** May stand between a piece and its ellipsis. */
const QUOTES: ReadonlySet<number | undefined> = new Set(Buffer.from('"\'`'));

/** Follows each run in the view of what was decoded. */
const BOUNDARY = 0xff;

interface Needle {
  readonly bytes: Uint8Array;
  readonly mark: string;
}

/**
 * Searches where a text was cut for what is left of a needle: its beginning before an ellipsis, its end behind one. Where
 * `isCut`, the beginning and the end of the text are such places as well.
 */
export class CutPieces {
  readonly #beginnings = new Map<string, Needle[]>();
  readonly #ends = new Map<string, Needle[]>();
  #longest = 0;

  add(form: Uint8Array, mark: string): void {
    if (form.length <= PIECE_BYTES) return;
    const needle = { bytes: folded(form), mark };
    note(this.#beginnings, keyAt(needle.bytes, 0), needle);
    note(this.#ends, keyAt(needle.bytes, form.length - PIECE_BYTES), needle);
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
    const near = folded(bytes.subarray(Math.max(start, end - this.#longest), end));
    for (let at = 0; at + PIECE_BYTES <= near.length; at++) {
      const piece = near.subarray(at);
      const needle = this.#beginnings.get(keyAt(near, at))?.find(({ bytes: all }) => begins(all, piece));
      if (!needle) continue;
      found(end - piece.length, end, needle.mark);
      return;
    }
  }

  /** The longest that stands right behind `start`. */
  #findEnd(bytes: Uint8Array, start: number, end: number, found: Found): void {
    const near = folded(bytes.subarray(start, Math.min(end, start + this.#longest)));
    for (let length = near.length; length >= PIECE_BYTES; length--) {
      const piece = near.subarray(0, length);
      const needles = this.#ends.get(keyAt(near, length - PIECE_BYTES));
      const needle = needles?.find(({ bytes: all }) => ends(all, piece));
      if (!needle) continue;
      found(start, start + length, needle.mark);
      return;
    }
  }
}

function note(needles: Map<string, Needle[]>, key: string, needle: Needle): void {
  const others = needles.get(key);
  if (others) others.push(needle);
  else needles.set(key, [needle]);
}

function keyAt(bytes: Uint8Array, at: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, PIECE_BYTES).toString('latin1');
}

function begins(needle: Uint8Array, piece: Uint8Array): boolean {
  return piece.length <= needle.length && Buffer.compare(needle.subarray(0, piece.length), piece) === 0;
}

function ends(needle: Uint8Array, piece: Uint8Array): boolean {
  return (
    piece.length <= needle.length &&
    Buffer.compare(needle.subarray(needle.length - piece.length), piece) === 0
  );
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
