import type { Redactor } from '../../support/redaction/redactor.ts';
import type { Arrival, Inbox } from '../../wire/exchange.ts';

/** What reached an agent in some time. */
export type Contents = Pick<Inbox, 'arrivals' | 'handed'>;

/** What an inbox has beyond what was seen of it. */
export function newSince(inbox: Contents, seen: Contents): Contents {
  const lastArrival = seen.arrivals.at(-1)?.seq ?? 0;
  const lastHanded = seen.handed.at(-1)?.seq ?? 0;
  return {
    arrivals: inbox.arrivals.filter(({ seq }) => seq > lastArrival),
    handed: inbox.handed.filter(({ seq }) => seq > lastHanded),
  };
}

/** All that was seen in several readings, one after the other. */
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
