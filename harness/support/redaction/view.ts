/** A part of some bytes. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One way to read some bytes: what stands there once something is decoded, and where in the source it stands. */
export interface View {
  readonly bytes: Uint8Array;
  /** Which part of the source a part of the view was read from. */
  stretch(start: number, end: number): Stretch;
}

/** The bytes as they are. */
export function plainView(bytes: Uint8Array): View {
  return { bytes, stretch: (start, end) => ({ start, end }) };
}

/** How a section of a view lies over the view below: where it begins in each, and which bytes there each byte needs. */
export interface Section {
  readonly at: number;
  readonly below: number;
  /** Of a byte of the section, counted from its beginning, the part below, counted likewise. */
  readonly spread: (byte: number) => Stretch;
}

/** A view over another, made of sections in their order. */
export function viewOver(below: View, bytes: Uint8Array, sections: readonly Section[]): View {
  const placeOf = (byte: number): Stretch => {
    const section = sectionOf(sections, byte);
    const { start, end } = section.spread(byte - section.at);
    return { start: section.below + start, end: section.below + end };
  };
  return { bytes, stretch: (start, end) => below.stretch(placeOf(start).start, placeOf(end - 1).end) };
}

/** A view over another whose bytes each have a place of their own there. */
export function viewOfPlaces(below: View, bytes: Uint8Array, starts: Uint32Array, ends: Uint32Array): View {
  return { bytes, stretch: (start, end) => below.stretch(starts[start] as number, ends[end - 1] as number) };
}

/** The last section that does not begin behind a byte. */
function sectionOf(sections: readonly Section[], byte: number): Section {
  let [low, high] = [0, sections.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle] as Section).at <= byte) low = middle;
    else high = middle - 1;
  }
  return sections[low] as Section;
}
