import { addTo } from '../../../support/group.ts';

/** Where each word of a text stands, found in one reading of the text. */
export interface Places {
  /** The offsets of a whole word. */
  of(word: string): readonly number[];
}

/** Reads the text when first asked about a word. */
export function placesIn(text: string): Places {
  let places: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    of: (word) => {
      places ??= listed(text);
      return places.get(word) ?? [];
    },
  };
}

function listed(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/\w+/g)) addTo(places, word, index);
  return places;
}
