import { digitsIn } from './decode.ts';
import { dumpsIn } from './dumps.ts';
import { lettersIn } from './letters.ts';
import { numbersIn } from './numbers.ts';
import { unescaped } from './unescape.ts';
import { plainView, type View } from './view.ts';

/** So many escapes within escapes are taken off, and so many codes within codes. */
const MAX_LAYERS = 5;
const MAX_CODES = 2;

/**
 * Every way in which somebody may read these bytes: as they are, unescaped as often as it goes, and what stands there in
 * base64 or hexadecimal digits, as numbers of bytes, or letter by letter. The cost is linear in the bytes.
 */
export function viewsOf(bytes: Uint8Array): readonly View[] {
  return waysToRead(plainView(bytes), MAX_CODES);
}

function waysToRead(view: View, codes: number): readonly View[] {
  const layers = layersOf(view);
  if (codes === 0) return layers;
  const inner = decoded(layers[0] as View, layers.at(-1) as View);
  return [...layers, ...inner.flatMap((each) => waysToRead(each, codes - 1))];
}

/** Ends of lines may part digits and numbers, or stand between them where nothing else does; letters stay apart without. */
function decoded(outermost: View, innermost: View): readonly View[] {
  const ends = outermost === innermost ? [outermost] : [outermost, innermost];
  const inDigits = ends.flatMap((each) => [...digitsIn(each), numbersIn(each), dumpsIn(each)]);
  return [...inDigits, lettersIn(innermost)].filter((each) => each !== undefined);
}

function layersOf(view: View): readonly View[] {
  const layers = [view];
  for (let next = unescaped(view); next && layers.length <= MAX_LAYERS; next = unescaped(next))
    layers.push(next);
  return layers;
}
