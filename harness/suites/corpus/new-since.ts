import type { Redactor } from '../../support/redaction/redactor.ts';
import type { Arrival, Inbox } from '../../wire/exchange.ts';

/** What reached an agent in some time. */
export type Contents = Pick<Inbox, 'arrivals' | 'handed'>;

/** What an inbox has beyond what was seen of it. */
export function newSince(inbox: Contents, seen: Contents): Contents {
  const lastArrival = lastSeq(seen.arrivals);
  const lastHanded = lastSeq(seen.handed);
  return {
    arrivals: inbox.arrivals.filter(({ seq }) => seq > lastArrival),
    handed: inbox.handed.filter(({ seq }) => seq > lastHanded),
  };
}

function lastSeq(seen: readonly { readonly seq: number }[]): number {
  return seen.reduce((last, { seq }) => Math.max(last, seq), 0);
}

/** All that was seen in several readings, in whatever order. */
export function seenIn(readings: readonly Contents[]): Contents {
  return {
    arrivals: readings.flatMap(({ arrivals }) => arrivals),
    handed: readings.flatMap(({ handed }) => handed),
  };
}

/**
 * Arrivals as they are recorded: without what was answered to them, which is kept elsewhere, and with the credentials in
 * their headers marked as those of the sender are, so that equal ones stay equal.
 */
export function recorded(arrivals: readonly Arrival[], redactor: Redactor): readonly Arrival[] {
  return arrivals.map(({ said: _said, headers, ...arrival }) => ({
    ...arrival,
    headers: redactor.headers(headers),
  }));
}
