import { type Entry, FAMILIES, type Family, RUNTIMES, type RuntimeId, SHELVES, type Shelf } from './entry.ts';
import { expectationsOf } from './expectation.ts';

/** How many entries a group has, and how many of them are delivered, delivered later, rejected or policy in any of their cases. */
export interface Count {
  readonly entries: number;
  readonly delivered: number;
  readonly later: number;
  readonly rejected: number;
  readonly policy: number;
}

/** The corpus in figures. */
export interface Census {
  readonly total: Count;
  readonly families: Readonly<Record<Family, Count>>;
  readonly shelves: Readonly<Record<Shelf, Count>>;
  /** Entries whose bytes reach each runtime under R3: those that the platform is to refuse do not count. */
  readonly arriving: Readonly<Record<RuntimeId, number>>;
}

/** Counts the entries by family, shelf and runtime. */
export function censusOf(entries: readonly Entry[]): Census {
  return {
    total: countOf(entries),
    families: byKey(FAMILIES, (family) => countOf(entries.filter((entry) => entry.family === family))),
    shelves: byKey(SHELVES, (shelf) => countOf(entries.filter((entry) => entry.shelf === shelf))),
    arriving: byKey(RUNTIMES, (runtime) => entries.filter((entry) => arrivesAt(entry, runtime)).length),
  };
}

function countOf(entries: readonly Entry[]): Count {
  const having = (outcome: string) => entries.filter((entry) => comesTo(entry, outcome)).length;
  return {
    entries: entries.length,
    delivered: having('delivered'),
    later: having('delivered-later'),
    rejected: having('rejected'),
    policy: having('policy'),
  };
}

function comesTo({ steps }: Entry, outcome: string): boolean {
  return steps.some((step) => expectationsOf(step).some((expectation) => expectation.outcome === outcome));
}

function arrivesAt({ runtimes, revisions, steps }: Entry, runtime: RuntimeId): boolean {
  const refusedAtOnce = steps.every(
    ({ expect }) => expect.outcome === 'rejected' && expect.by === 'platform',
  );
  return runtimes.includes(runtime) && revisions.includes('R3') && !refusedAtOnce;
}

function byKey<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}
