interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Stretches of a text of which any two lie apart or one inside the other, such as the nodes of a syntax tree. */
export interface Nesting<T> {
  /** By their starts, the outer before the inner. */
  readonly all: readonly T[];
  /** Those around an offset, the innermost first. */
  around(at: number): readonly T[];
  /** Those around any of some offsets, in their order. */
  holding(offsets: Iterable<number>): readonly T[];
  /** Those that lie inside a stretch. */
  within(stretch: Stretch): readonly T[];
}

/** Orders stretches so that a question costs what its answer does, however many there are. */
export function nestingOf<T extends Stretch>(stretches: readonly T[]): Nesting<T> {
  const all = [...stretches].sort((a, b) => a.start - b.start || b.end - a.end);
  const outer = outersOf(all);
  const lastUpTo = (at: number): number => {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const placesAround = (at: number): readonly number[] => {
    const places: number[] = [];
    for (let place = lastUpTo(at); place >= 0; place = outer[place] ?? -1)
      if (at < (all[place]?.end ?? 0)) places.push(place);
    return places;
  };
  const at = (places: Iterable<number>): readonly T[] => [...places].flatMap((place) => all[place] ?? []);
  return {
    all,
    around: (offset) => at(placesAround(offset)),
    holding: (offsets) => at([...new Set([...offsets].flatMap(placesAround))].sort((a, b) => a - b)),
    within: ({ start, end }) =>
      all.slice(lastUpTo(start - 1) + 1, lastUpTo(end - 1) + 1).filter((each) => each.end <= end),
  };
}

/** For each stretch, the place of the one right around it: -1 without one. */
function outersOf(all: readonly Stretch[]): readonly number[] {
  const open: number[] = [];
  return all.map(({ start }, place) => {
    while (open.length > 0 && (all[open.at(-1) ?? 0]?.end ?? 0) <= start) open.pop();
    const outer = open.at(-1) ?? -1;
    open.push(place);
    return outer;
  });
}
