import type { Revision } from '../../../corpus/entry.ts';
import { sideOf, type Turn, turnText } from './turn.ts';

/** The stretch of the contract in which a rule holds; without ends, always. */
export interface Lifetime {
  readonly since?: Turn;
  readonly until?: Turn;
}

/**
 * Whether a rule is judged at a revision. `policy` when it changed on a day that nobody knows, and the revision lies
 * between the two that are known: today's state is counted and not judged.
 */
export type Standing =
  | { readonly kind: 'holds' }
  | { readonly kind: 'not-applicable' | 'policy'; readonly why: string };

/** What a revision makes of a rule. */
export function standingAt({ since, until }: Lifetime, revision: Revision): Standing {
  const [began, ended] = [since && sideOf(since, revision), until && sideOf(until, revision)];
  if (since && began === 'R1') return { kind: 'not-applicable', why: `it holds since ${turnText(since)}` };
  if (until && ended === 'R3') return { kind: 'not-applicable', why: `it held until ${turnText(until)}` };
  if (since && began === 'unknown') return { kind: 'policy', why: `it began on ${turnText(since)}` };
  if (until && ended === 'unknown') return { kind: 'policy', why: `it ended on ${turnText(until)}` };
  return { kind: 'holds' };
}
