import { createHash } from 'node:crypto';
import type { CaseIdentity } from '../support/case.ts';

/** Chooses `count` members by a seed: the same seed and members give the same choice, in the members' order. */
export function sample(members: readonly string[], count: number, seed: string): readonly string[] {
  const chosen = new Set(shuffled(members, (member) => member, seed).slice(0, count));
  return members.filter((member) => chosen.has(member));
}

/** What a sample must not miss. */
export interface Fairness {
  /** Facets of which each value is in it. */
  readonly groups: readonly string[];
  /** Cases of which a few are in it. */
  readonly touches?: (planned: CaseIdentity) => boolean;
}

/** So many of the cases that something comes to bear on are looked at, at least. */
const TOUCHED = 4;

/**
 * Chooses about `count` cases by a seed, so that each group has one of them and the touched ones a few; more than
 * `count` only when there are more groups than that.
 */
export function fairSample(
  cases: readonly CaseIdentity[],
  count: number,
  seed: string,
  { groups, touches }: Fairness,
): ReadonlySet<string> {
  const ranked = shuffled(cases, ({ id }) => id, seed);
  const chosen = new Set<string>();
  const covered = new Set<string>();
  for (const { id } of touches ? ranked.filter(touches).slice(0, TOUCHED) : []) chosen.add(id);
  for (const { id, facets } of ranked) {
    const values = groups.map((group) => `${group}=${facets[group] ?? ''}`);
    if (values.every((value) => covered.has(value))) continue;
    for (const value of values) covered.add(value);
    chosen.add(id);
  }
  for (const { id } of ranked) if (chosen.size < count) chosen.add(id);
  return chosen;
}

/** In an order that follows from the seed and the names alone. */
function shuffled<T>(items: readonly T[], nameOf: (item: T) => string, seed: string): readonly T[] {
  const ranked = items.map((item) => {
    const rank = createHash('sha256')
      .update(`${seed}\0${nameOf(item)}`)
      .digest('hex');
    return { item, rank };
  });
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ item }) => item);
}
