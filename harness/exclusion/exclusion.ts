/**
 * Whether a history of concurrent clients is one of a lease that at most one of them has at a time. Whatever cannot be
 * told from the times of requests and answers counts for the subject: a violation is certain.
 */
import { certainHolds, type Hold, possibleHolds } from './holds.ts';
import { inWords, type Operation } from './operation.ts';

/** What can be off in the clocks, and how long a lease can last; milliseconds. */
export interface Terms {
  readonly toleranceMs: number;
  readonly longestMs: number;
}

/** One contradiction, with the fewest operations that show it. */
export interface Violation {
  readonly why: string;
  readonly operations: readonly Operation[];
}

/** Everything in a history that no exclusive lease could have answered. */
export function violationsIn(history: readonly Operation[], terms: Terms): readonly Violation[] {
  const certain = certainHolds(history, terms.toleranceMs).filter(({ fromMs, toMs }) => fromMs < toMs);
  const possible = possibleHolds(history, terms);
  return [
    ...twoAtOnce(certain),
    ...history.flatMap((operation) => [
      ...refusedForNobody(operation, possible),
      ...seenWrongly(operation, certain),
    ]),
    ...movedBack(history, certain),
  ];
}

/** A violation as it is printed: why, and its operations in the order of their beginning. */
export function violationInWords({ why, operations }: Violation): readonly string[] {
  const ordered = operations.toSorted((one, other) => one.startMs - other.startMs);
  const originMs = ordered[0]?.startMs ?? 0;
  return [why, ...ordered.map((operation) => inWords(operation, originMs))];
}

function twoAtOnce(holds: readonly Hold[]): readonly Violation[] {
  const ordered = holds.toSorted((one, other) => one.fromMs - other.fromMs);
  return ordered.flatMap((one, at) => {
    const others = ordered.slice(at + 1).filter(({ fromMs }) => fromMs < one.toMs);
    const other = others.find(({ client }) => client !== one.client);
    if (!other) return [];
    const why = `${one.client} and ${other.client} have the lease at the same time`;
    return [{ why, operations: [...one.known, ...other.known] }];
  });
}

function refusedForNobody(operation: Operation, holds: readonly Hold[]): readonly Violation[] {
  if (operation.kind !== 'acquire' || operation.outcome.is !== 'refused') return [];
  const { client, startMs, endMs } = operation;
  const somebody = holds.some(
    (hold) => hold.client !== client && hold.fromMs <= endMs && hold.toMs >= startMs,
  );
  if (somebody) return [];
  const last = holds.filter(({ toMs }) => toMs < startMs).toSorted((one, other) => other.toMs - one.toMs)[0];
  const why = `${client} is refused although nobody can have the lease`;
  return [{ why, operations: [...(last?.known ?? []), operation] }];
}

function seenWrongly(operation: Operation, holds: readonly Hold[]): readonly Violation[] {
  const { kind, startMs, endMs, outcome } = operation;
  if (kind !== 'observe' || (outcome.is !== 'held' && outcome.is !== 'free')) return [];
  const hold = holds.find(({ fromMs, toMs }) => fromMs <= startMs && toMs >= endMs);
  if (!hold || (outcome.is === 'held' && outcome.by === hold.client)) return [];
  const seen = outcome.is === 'held' ? `that of ${outcome.by}` : 'free';
  return [
    { why: `the lease of ${hold.client} is told to be ${seen}`, operations: [...hold.known, operation] },
  ];
}

/** A client that has the lease extends it, and is told an earlier end than before. */
function movedBack(history: readonly Operation[], holds: readonly Hold[]): readonly Violation[] {
  return history.flatMap((later) => {
    if (later.outcome.is !== 'granted') return [];
    const { untilMs } = later.outcome;
    const before = holds.find((hold) => {
      const [earlier] = hold.known;
      const isOwn = hold.client === later.client && earlier !== later;
      const covers = hold.fromMs <= later.startMs && hold.toMs >= later.endMs;
      return isOwn && covers && earlier?.outcome.is === 'granted' && earlier.outcome.untilMs > untilMs;
    });
    if (!before) return [];
    const why = `${later.client} extends its lease, which then ends earlier`;
    return [{ why, operations: [...before.known, later] }];
  });
}
