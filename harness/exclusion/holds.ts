import type { Operation } from './operation.ts';

/** A time during which a client has the lease, and the operations by which that is known. */
export interface Hold {
  readonly client: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly known: readonly Operation[];
}

/**
 * When clients had the lease for certain: from the answer that granted it until they, or somebody by force, began to end
 * it, or it ran out; `toleranceMs` before that nothing is certain any more.
 */
export function certainHolds(history: readonly Operation[], toleranceMs: number): readonly Hold[] {
  const forced = history.filter(({ kind }) => kind === 'force-release');
  return granted(history).map(({ grant, next }) => {
    const ends = [next, ...forced].flatMap((each) =>
      each && each.endMs >= grant.startMs ? [each.startMs] : [],
    );
    const toMs = Math.min(grant.untilMs - toleranceMs, ...ends);
    return { client: grant.client, fromMs: grant.endMs, toMs, known: [grant.operation] };
  });
}

/**
 * When clients may have had it at all: from the first moment that it can have been granted to the last at which it can
 * have ended. A request without an answer may have been granted for as long as a lease can last.
 */
export function possibleHolds(
  history: readonly Operation[],
  { toleranceMs, longestMs }: { readonly toleranceMs: number; readonly longestMs: number },
): readonly Hold[] {
  const lost = history.filter(({ kind, outcome }) => kind === 'acquire' && outcome.is === 'unknown');
  return [
    ...granted(history).map(({ grant, next }) => {
      const isGivenBack = next?.outcome.is === 'released';
      const toMs = Math.min(grant.untilMs + toleranceMs, isGivenBack ? next.endMs : Number.POSITIVE_INFINITY);
      return { client: grant.client, fromMs: grant.startMs, toMs, known: [grant.operation] };
    }),
    ...lost.map((operation) => ({
      client: operation.client,
      fromMs: operation.startMs,
      toMs: operation.endMs + longestMs,
      known: [operation],
    })),
  ];
}

interface Grant {
  readonly client: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly untilMs: number;
  readonly operation: Operation;
}

/** Each grant, and when its client gave the lease back next. A client does one thing at a time. */
function granted(
  history: readonly Operation[],
): readonly { readonly grant: Grant; readonly next: Operation | undefined }[] {
  return [...new Set(history.map(({ client }) => client))].flatMap((client) => {
    const own = history
      .filter((each) => each.client === client && each.kind !== 'observe')
      .toSorted((one, other) => one.startMs - other.startMs);
    return own.flatMap((operation, at) => {
      const { outcome, startMs, endMs } = operation;
      if (outcome.is !== 'granted') return [];
      return [
        {
          grant: { client, startMs, endMs, untilMs: outcome.untilMs, operation },
          next: own.slice(at + 1).find(gaveBack),
        },
      ];
    });
  });
}

function gaveBack({ kind }: Operation): boolean {
  return kind === 'release';
}
