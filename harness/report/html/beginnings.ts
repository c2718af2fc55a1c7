import { streamEvents } from '../read-events.ts';
import type { Beginnings } from './model/case-rows.ts';

/** When each case began, as the events of its run tell; of none where they cannot be read. */
export async function beginningsIn(eventsFile: string, startedAt: string): Promise<Beginnings> {
  const start = Date.parse(startedAt);
  const beginnings = new Map<string, number>();
  try {
    for await (const event of streamEvents(eventsFile))
      if (event.event === 'case.started') beginnings.set(event.id, Date.parse(event.at) - start);
  } catch {
    // The page is made of the report; when its cases began is all that is missing then.
    return new Map();
  }
  return beginnings;
}
