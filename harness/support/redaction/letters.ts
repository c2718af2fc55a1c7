import { ListDraft, type SpelledList, viewOfLists } from './spelled.ts';
import type { View } from './view.ts';

/** What is spelled letter by letter in a view, with the same between any two: `A d m 1`, `A-d-m-1`, `"A","d","m","1"`. */
export function lettersIn(view: View): View | undefined {
  const { bytes } = view;
  const lists: SpelledList[] = [];
  let draft: ListDraft | undefined;
  for (let at = 1; at + SHORTEST_REST <= bytes.length; at += 1) {
    if (IS_GAP[bytes[at] as number] === 0 || bytes[at - 1] === bytes[at]) continue;
    const gap = gapAt(bytes, at);
    if (gap === 0) continue;
    draft ??= new ListDraft();
    at = readLetters(bytes, at, gap, draft);
    const list = draft.take();
    if (list) lists.push(list);
  }
  return viewOfLists(view, lists);
}

const MAX_GAP = 4;

/** What follows the first of six letters. */
const SHORTEST_REST = 10;

/** How wide what stands between letters is here; 0 where no letters are apart. */
function gapAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  for (let gap = 1; gap <= MAX_GAP && IS_GAP[bytes[at + gap - 1] as number] === 1; gap += 1) {
    if (bytes[at + gap + 1] !== byte || bytes[at + gap] === byte) continue;
    if (isGapAgain(bytes, at, gap, 1) && isGapAgain(bytes, at, gap, 2)) return gap;
  }
  return 0;
}

function isGapAgain(bytes: Uint8Array, at: number, gap: number, times: number): boolean {
  const again = at + times * (gap + 1);
  for (let offset = 0; offset < gap; offset += 1)
    if (bytes[again + offset] !== bytes[at + offset]) return false;
  return true;
}

/** Reads the letters from the one before a gap on, for as long as the gap is the same; answers where the last stands. */
function readLetters(bytes: Uint8Array, at: number, gap: number, draft: ListDraft): number {
  let letter = at - 1;
  draft.add(bytes[letter] as number, letter, letter + 1);
  for (let times = 0; isGapAgain(bytes, at, gap, times); times += 1) {
    const next = letter + gap + 1;
    if (next >= bytes.length) break;
    letter = next;
    draft.add(bytes[letter] as number, letter, letter + 1);
  }
  return letter;
}

/** Whatever is no letter or digit may stand between letters. */
const IS_GAP = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[0-9a-z]/i.test(String.fromCharCode(byte)) ? 0 : 1,
);
