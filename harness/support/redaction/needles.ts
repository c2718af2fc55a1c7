import { FOLDED, folded } from './fold.ts';
import type { View } from './view.ts';

/** Told of something that was found in a view. */
export type Found = (start: number, end: number, mark: string) => void;

interface Needle {
  readonly bytes: Uint8Array;
  /** Where in it the stretch begins by which it is known. */
  readonly offset: number;
  readonly mark: string;
}

/** By so many bytes a needle is known, and none is shorter. */
export const WINDOW_BYTES = 6;

/**
 * Searches for any number of needles in one pass. Capitals are small letters, and the two alphabets of base64 one. What
 * it costs does not depend on how many there are: each is known by the hash of a few of its bytes, that no other has.
 */
export class Needles {
  readonly #byHash = new Map<number, Needle[]>();
  readonly #forms = new Set<string>();
  #seen: Uint8Array | undefined;

  add(form: Uint8Array, mark: string): void {
    const bytes = folded(form);
    const text = Buffer.from(bytes).toString('latin1');
    if (bytes.length < WINDOW_BYTES || this.#forms.has(text)) return;
    this.#forms.add(text);
    const { hash, offset } = this.#rarest(bytes);
    this.#seen ??= new Uint8Array(SLOTS);
    this.#seen[slotOf(hash)] = 1;
    const others = this.#byHash.get(hash);
    const needle = { bytes, offset, mark };
    if (others) others.push(needle);
    else this.#byHash.set(hash, [needle]);
  }

  /** Searches for these and others in the same pass. */
  find({ bytes }: Pick<View, 'bytes'>, found: Found, others: Needles = NONE): void {
    const [seen, alsoSeen] = [this.#seen ?? NOTHING, others.#seen ?? NOTHING];
    if (seen === NOTHING && alsoSeen === NOTHING) return;
    let hash = 0;
    for (let at = 0; at < bytes.length; at++) {
      hash = (Math.imul(hash, FACTOR) + (FOLDED[bytes[at] as number] as number)) | 0;
      if (at >= WINDOW_BYTES) hash = (hash - (LEAVING[bytes[at - WINDOW_BYTES] as number] as number)) | 0;
      const slot = slotOf(hash);
      if (seen[slot] === 0 && alsoSeen[slot] === 0) continue;
      if (at < WINDOW_BYTES - 1) continue;
      this.#verify(bytes, hash, at + 1, found);
      others.#verify(bytes, hash, at + 1, found);
    }
  }

  #verify(bytes: Uint8Array, hash: number, end: number, found: Found): void {
    for (const needle of this.#byHash.get(hash) ?? []) {
      const start = end - WINDOW_BYTES - needle.offset;
      if (stands(needle.bytes, bytes, start)) found(start, start + needle.bytes.length, needle.mark);
    }
  }

  /** Secrets share their beginnings and sometimes their ends. */
  #rarest(bytes: Uint8Array): { readonly hash: number; readonly offset: number } {
    const last = bytes.length - WINDOW_BYTES;
    const places = [last, last >> 1, 0].map((offset) => {
      const hash = hashOf(bytes.subarray(offset, offset + WINDOW_BYTES));
      return { hash, offset, count: this.#byHash.get(hash)?.length ?? 0 };
    });
    return places.reduce((best, place) => (place.count < best.count ? place : best));
  }
}

const SLOTS = 1 << 16;

/** The slots of no needles. */
const NOTHING = new Uint8Array(SLOTS);
const FACTOR = 0x01000193;

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}

function hashOf(bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => (Math.imul(hash, FACTOR) + byte) | 0, 0);
}

function stands(needle: Uint8Array, bytes: Uint8Array, start: number): boolean {
  if (start < 0 || start + needle.length > bytes.length) return false;
  for (let at = 0; at < needle.length; at++) {
    if (needle[at] !== FOLDED[bytes[start + at] as number]) return false;
  }
  return true;
}

/** What a byte that leaves the window takes with it. */
const LEAVING = Int32Array.from(FOLDED, (byte) => {
  let weight = byte;
  for (let step = 0; step < WINDOW_BYTES; step++) weight = Math.imul(weight, FACTOR);
  return weight;
});

const NONE = new Needles();
