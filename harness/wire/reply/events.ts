/** Whether a reply is a stream of server-sent events. */
export function isEventStream(headers: Readonly<Record<string, string>>): boolean {
  return (headers['content-type'] ?? '').toLowerCase().startsWith('text/event-stream');
}

/** Whether a body is a stream of events by what it says: no JSON text begins as an event does. */
export function looksLikeEvents(body: string): boolean {
  return /^(data|event|id|retry)?:/.test(body);
}

/** What is in a stream; `isCut` when it ends in the middle of an event, which then is none. */
export interface EventsRead {
  readonly events: readonly string[];
  readonly isCut: boolean;
}

/** Reads a stream: an event ends with an empty line, and one that does not was never sent whole. */
export function readEvents(stream: string): EventsRead {
  const blocks = stream.replace(/\r\n?/g, '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  return {
    events: blocks.map(dataOf).filter((data) => data !== ''),
    isCut: rest.split('\n').some((line) => line !== '' && !line.startsWith(':')),
  };
}

/** The data of each event, with the lines of one event joined; comments and empty events are left out. */
export function eventsOf(stream: string): readonly string[] {
  return readEvents(stream).events;
}

function dataOf(event: string): string {
  return event
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(line.startsWith('data: ') ? 6 : 5))
    .join('\n');
}
