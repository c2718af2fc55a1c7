import { createReadStream } from 'node:fs';
import { HarnessError } from '../support/errors.ts';
import { isRunEvent, READABLE_VERSIONS, type RunEvent } from './event.ts';

/**
 * Streams the events of a run, oldest first. A last line without its newline is what a killed run leaves and
 * is passed over; anything else that is no event is a `HarnessError` that names the line.
 */
export async function* streamEvents(file: string): AsyncGenerator<RunEvent> {
  let number = 0;
  for await (const line of splitLines(file)) {
    number += 1;
    const event = parseEvent(line.text);
    if (event) yield checkedVersion(event, file);
    else if (line.complete) throw corrupt(file, number, line.text);
  }
}

/** All events of a run at once; see {@link streamEvents}. */
export async function readEvents(file: string): Promise<readonly RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of streamEvents(file)) events.push(event);
  return events;
}

/** Splits at line feeds alone: other separators, such as U+2028, may stand unescaped inside JSON. */
async function* splitLines(file: string): AsyncGenerator<{ text: string; complete: boolean }> {
  let pending: Buffer[] = [];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      pending.push(chunk.subarray(start, end));
      yield { text: Buffer.concat(pending).toString('utf8'), complete: true };
      pending = [];
      start = end + 1;
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) yield { text: Buffer.concat(pending).toString('utf8'), complete: false };
}

/** The event that a line is; nothing of a line that is none. */
export function parseEvent(text: string): RunEvent | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRunEvent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function checkedVersion(event: RunEvent, file: string): RunEvent {
  if (event.event !== 'run.started' || READABLE_VERSIONS.includes(event.formatVersion)) return event;
  throw new HarnessError({
    code: 'EVENTS_OF_ANOTHER_VERSION',
    message: `${file} has format version ${event.formatVersion}; this Assay reads versions ${READABLE_VERSIONS.join(' and ')}.`,
    fix: 'Rebuild the report with the Assay that ran it.',
  });
}

function corrupt(file: string, line: number, text: string): HarnessError {
  return new HarnessError({
    code: 'EVENTS_CORRUPT',
    message: `Line ${line} of ${file} is not an event: ${JSON.stringify(text.slice(0, 120))}.`,
    fix: 'The log is append-only and must not be edited; run again to get a new one.',
  });
}
