import { addBytes, BASES, type Base, MAX_WORD_BYTES, saysBytes } from './number-bases.ts';
import { ListDraft, type SpelledList, viewOfLists } from './spelled.ts';
import type { View } from './view.ts';

/**
 * What the lists of byte numbers in a view say, whatever stands between the numbers: `[65,100]`, `41 64`, `0x41, 0x64`,
 * `41:64`, `{"0":65,"1":100}`, also octal and binary. Every number of a text has a digit, so what lies between the digits
 * of two words that are no list is leapt over.
 */
export function numbersIn(view: View): View | undefined {
  const { bytes } = view;
  const lists = new Lists();
  let [at, reached] = [0, 0];
  while (at < bytes.length) {
    const first = lists.isAnyOpen
      ? nextOf(IN_WORD, bytes, at)
      : wordAround(bytes, nextOf(IS_DIGIT, bytes, at), at);
    const end = endOfWord(bytes, first);
    const start = behindEscape(bytes, first);
    if (start - reached > MAX_GAP) lists.finish();
    if (start < end && !isKey(bytes, first, end)) {
      lists.read(bytes, start, end);
      reached = end;
    }
    at = end;
  }
  lists.finish();
  return viewOfLists(view, lists.finished);
}

/** Lists are indented, and stand in columns. */
const MAX_GAP = 64;

/** The words in a row that are numbers, in each base. */
class Lists {
  readonly finished: SpelledList[] = [];
  readonly #drafts: (ListDraft | undefined)[] = [];
  isAnyOpen = false;

  /** Takes a word up where it is a number, and ends the lists where it is none. */
  read(bytes: Uint8Array, start: number, end: number): void {
    if (end - start > MAX_WORD_BYTES) {
      this.finish();
      return;
    }
    let isNumber = false;
    for (let index = 0; index < BASES.length; index += 1) {
      const base = BASES[index] as Base;
      if (!saysBytes(bytes, start, end, base)) {
        this.#finish(this.#drafts[index]);
        continue;
      }
      isNumber = true;
      const draft = this.#drafts[index] ?? new ListDraft();
      this.#drafts[index] = draft;
      addBytes(draft, bytes, start, end, base);
    }
    this.isAnyOpen = isNumber;
  }

  finish(): void {
    if (this.isAnyOpen) for (const draft of this.#drafts) this.#finish(draft);
    this.isAnyOpen = false;
  }

  #finish(draft: ListDraft | undefined): void {
    if (!draft || draft.length === 0) return;
    const finished = draft.take();
    if (finished) this.finished.push(finished);
  }
}

function nextOf(kind: Uint8Array, bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && kind[bytes[at] as number] === 0) at += 1;
  return at;
}

function wordAround(bytes: Uint8Array, place: number, from: number): number {
  let at = place;
  while (at > from && IN_WORD[bytes[at - 1] as number] === 1) at -= 1;
  return at;
}

function endOfWord(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && IN_WORD[bytes[at] as number] === 1) at += 1;
  return at;
}

/** The ends of lines between numbers are escaped in a text that is, and so may the numbers be. */
function behindEscape(bytes: Uint8Array, start: number): number {
  return bytes[start - 1] === BACKSLASH && ESCAPES.has(bytes[start]) ? start + 1 : start;
}

/** Whether a word is the whole name of a member, such as the index of a number; the last one of a name may end a list. */
function isKey(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start - 1] !== QUOTE && bytes[start - 1] !== APOSTROPHE) return false;
  let at = end;
  while (bytes[at] === BACKSLASH) at += 1;
  if (bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) return false;
  at += 1;
  while (bytes[at] === SPACE) at += 1;
  return bytes[at] === COLON;
}

const [BACKSLASH, SPACE, COLON, QUOTE, APOSTROPHE] = Buffer.from('\\ :"\'');
const ESCAPES: ReadonlySet<number | undefined> = new Set(Buffer.from('nrtu'));

const IN_WORD = bytesThatAre(/\w/);
const IS_DIGIT = bytesThatAre(/\d/);

function bytesThatAre(kind: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (kind.test(String.fromCharCode(byte)) ? 1 : 0));
}
