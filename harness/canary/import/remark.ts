import { nearest } from '../../support/nearest.ts';
import type { Mapping } from './values.ts';

/** A place in a document: keys, and indexes from 0. */
export type Path = readonly (string | number)[];

/** Something that was not taken over as it stands. */
export interface Remark {
  /**
   * `refused`: its conversation is not written. `left-out`: it is, and asks for less. `differs`: it is, and what stands
   * there is judged a little differently, which the words tell.
   */
  readonly kind: 'refused' | 'left-out' | 'differs';
  readonly path: Path;
  readonly why: string;
  /** What was left out is an oracle of what the agent says or does. */
  readonly isOracle?: true;
}

/** Says that a conversation cannot be taken over, and by what. */
export function refused(path: Path, why: string): Remark {
  return { kind: 'refused', path, why };
}

/** Says that something beside what the agent says or does is not taken over. */
export function leftOut(path: Path, why: string): Remark {
  return { kind: 'left-out', path, why };
}

/** Says that an oracle is not taken over. */
export function lost(path: Path, why: string): Remark {
  return { kind: 'left-out', path, why, isOracle: true };
}

/** Says what is judged differently from how the other tool does. */
export function differs(path: Path, why: string): Remark {
  return { kind: 'differs', path, why };
}

/** An oracle for each key that nobody knows: it could be one with a slip in its name. */
export function unknownKeys(mapping: Mapping, path: Path, known: readonly string[]): readonly Remark[] {
  return Object.keys(mapping)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const meant = nearest(key, known);
      const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
      return lost([...path, key], `the key \`${key}\` is not known here${hint}`);
    });
}

/** An oracle for each key of a mapping that has no counterpart here, with the reason. */
export function withoutCounterpart(
  mapping: Mapping,
  path: Path,
  reasons: Readonly<Record<string, string>>,
): readonly Remark[] {
  return Object.entries(reasons)
    .filter(([key]) => mapping[key] !== undefined)
    .map(([key, why]) => lost([...path, key], why));
}

/** Remarks on texts with letters: they are looked for in any case here. */
export function inAnyCase(path: Path, texts: readonly string[]): readonly Remark[] {
  const hasCase = texts.some((text) => text.toLowerCase() !== text.toUpperCase());
  return hasCase ? [differs(path, 'capital and small letters count as the same')] : [];
}
