import { BOUNDARY, CUT_BYTES, ELLIPSIS } from './cut-pieces.ts';
import { WINDOW_BYTES } from './needles.ts';
import { type View, viewOfPlaces } from './view.ts';

/** Some bytes that a list spells one by one, and where each of them stands. */
export interface SpelledList {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** A list that is being read. What it is written on is used for the next one again: hardly any list says anything. */
export class ListDraft {
  readonly #bytes: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #inRow = 0;
  #isTelling = false;
  length = 0;

  add(byte: number, start: number, end: number): void {
    this.#bytes[this.length] = byte;
    this.#starts[this.length] = start;
    this.#ends[this.length] = end;
    this.length += 1;
    if (byte === 0) return;
    this.#inRow = byte >= 0x20 && byte < 0x7f ? this.#inRow + 1 : 0;
    if (this.#inRow >= WINDOW_BYTES) this.#isTelling = true;
  }

  /** The list as it is now, if so much text stands in a row there that it may hold a secret; the next one begins. */
  take(): SpelledList | undefined {
    const [{ length }, isTelling] = [this, this.#isTelling];
    this.length = 0;
    this.#inRow = 0;
    this.#isTelling = false;
    if (!isTelling) return undefined;
    return {
      bytes: Uint8Array.from(this.#bytes.slice(0, length)),
      starts: Uint32Array.from(this.#starts.slice(0, length)),
      ends: Uint32Array.from(this.#ends.slice(0, length)),
    };
  }
}

/** What the lists in a view spell, as a view over it; nothing where there are none. */
export function viewOfLists(below: View, lists: readonly SpelledList[]): View | undefined {
  if (lists.length === 0) return undefined;
  const all = lists.flatMap((list) => withCuts(list, below.bytes));
  const size = all.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const [bytes, starts, ends] = [new Uint8Array(size), new Uint32Array(size), new Uint32Array(size)];
  let at = 0;
  for (const list of all) {
    bytes.set(list.bytes, at);
    starts.set(list.starts, at);
    ends.set(list.ends, at);
    at += list.bytes.length;
  }
  return viewOfPlaces(below, bytes, starts, ends);
}

/** A list with an ellipsis where it was cut; as the cut may go through a number, once more without those beside it. */
function withCuts(list: SpelledList, below: Uint8Array): readonly SpelledList[] {
  const [first, last] = [list.starts[0] ?? 0, list.ends.at(-1) ?? 0];
  const [isCutBefore, isCutBehind] = [isCutAt(below, first, -1), isCutAt(below, last, 1)];
  const framed = (part: SpelledList): readonly SpelledList[] => [
    ...(isCutBefore ? [sign(ELLIPSIS, first)] : []),
    part,
    ...(isCutBehind ? [sign(ELLIPSIS, last)] : []),
    sign([BOUNDARY], last),
  ];
  if (!isCutBefore && !isCutBehind) return framed(list);
  const inner = within(list, isCutBefore ? 1 : 0, list.bytes.length - (isCutBehind ? 1 : 0));
  return [...framed(list), ...framed(inner)];
}

/** A part of a list that takes the place of all of it. */
function within({ bytes, starts, ends }: SpelledList, from: number, to: number): SpelledList {
  const part = { bytes: bytes.slice(from, to), starts: starts.slice(from, to), ends: ends.slice(from, to) };
  part.starts[0] = starts[0] as number;
  part.ends[part.ends.length - 1] = ends.at(-1) as number;
  return part;
}

function sign(bytes: ArrayLike<number>, place: number): SpelledList {
  const places = Uint32Array.from({ length: bytes.length }, () => place);
  return { bytes: Uint8Array.from(bytes), starts: places, ends: places };
}

/** Whether an ellipsis or the end of a text that is long stands beside a place, in the direction of a step. */
function isCutAt(bytes: Uint8Array, place: number, step: 1 | -1): boolean {
  let at = step > 0 ? place : place - 1;
  for (let skipped = 0; skipped < MAX_BETWEEN && BETWEEN.has(bytes[at]); skipped += 1) at += step;
  if (at < 0 || at >= bytes.length) return bytes.length >= CUT_BYTES;
  const start = step > 0 ? at : at - ELLIPSIS.length + 1;
  return ELLIPSIS.every((byte, index) => bytes[start + index] === byte);
}

/** What may stand between a number and an ellipsis. */
const BETWEEN: ReadonlySet<number | undefined> = new Set(Buffer.from(' ,:;"\'`\\'));
const MAX_BETWEEN = 4;
