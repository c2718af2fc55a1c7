import { decoded } from './decode.ts';
import { unescaped } from './unescape.ts';
import { plainView, type View } from './view.ts';

/** So many escapes within escapes are taken off, and so many codes within codes. */
const MAX_LAYERS = 5;
const MAX_CODES = 2;

/**
 * Every way in which somebody may read these bytes: as they are, unescaped as often as it goes, and what stands in base64
 * or hexadecimal digits there. The cost is linear in the bytes.
 */
export function viewsOf(bytes: Uint8Array): readonly View[] {
  return waysToRead(plainView(bytes), MAX_CODES);
}

function waysToRead(view: View, codes: number): readonly View[] {
  const layers = layersOf(view);
  if (codes === 0) return layers;
  const ends = layers.length > 1 ? [layers[0], layers.at(-1)] : layers;
  const inner = ends.flatMap((layer) => (layer ? decoded(layer) : []));
  return [...layers, ...inner.flatMap((each) => waysToRead(each, codes - 1))];
}

function layersOf(view: View): readonly View[] {
  const layers = [view];
  for (let next = unescaped(view); next && layers.length <= MAX_LAYERS; next = unescaped(next))
    layers.push(next);
  return layers;
}
