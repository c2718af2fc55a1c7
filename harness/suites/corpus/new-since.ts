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

/** An arrival alone: what was answered to it is kept elsewhere, or is nobody's business any more. */
export function withoutSaid({ said: _said, ...arrival }: Arrival): Arrival {
  return arrival;
}
