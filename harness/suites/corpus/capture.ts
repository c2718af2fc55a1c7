import { parseJson } from '../../support/parse-json.ts';
import { valueAt } from '../../wire/document/pointer.ts';
import { eventsOf, isEventStream } from '../../wire/reply-events.ts';
import type { WireReply } from '../../wire/transmit.ts';

/** Values taken from a reply by JSON pointer, and the names that it did not have. */
export interface Captures {
  readonly captured: Readonly<Record<string, unknown>>;
  readonly notCaptured: Readonly<Record<string, string>>;
}

/** Takes values from a JSON reply, or from the first event of a stream that has them. */
export function captureFrom(
  reply: WireReply | undefined,
  pointers: Readonly<Record<string, string>>,
): Captures {
  const documents = reply ? documentsOf(reply) : [];
  const found = Object.entries(pointers).map(([name, pointer]) => {
    const value = documents.map((document) => valueAt(document, pointer)).find((one) => one !== undefined);
    return { name, pointer, value };
  });
  return {
    captured: Object.fromEntries(
      found.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    ),
    notCaptured: Object.fromEntries(
      found.flatMap(({ name, pointer, value }) => (value === undefined ? [[name, pointer]] : [])),
    ),
  };
}

function documentsOf({ headers, body }: WireReply): readonly unknown[] {
  const text = body.toString('utf8');
  return (isEventStream(headers) ? eventsOf(text) : [text]).map(parseJson);
}
