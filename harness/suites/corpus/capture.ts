import { parseJson } from '../../support/parse-json.ts';
import { valueAt } from '../../wire/document/pointer.ts';
import { eventsOf, isEventStream } from '../../wire/reply/events.ts';
import { textOfReply } from '../../wire/reply/text.ts';
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
    const places = placesOf(pointer);
    const value = documents
      .flatMap((document) => places.map((place) => valueAt(document, place)))
      .find((one) => one !== undefined);
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

/** A result of 1.0 is a message or a task, as the agent likes; what both of them carry is taken from either. */
function placesOf(pointer: string): readonly string[] {
  const [, member] = /^\/result\/message\/(contextId)$/.exec(pointer) ?? [];
  return member === undefined ? [pointer] : [pointer, `/result/task/${member}`];
}

function documentsOf(reply: WireReply): readonly unknown[] {
  const read = textOfReply(reply);
  if ('why' in read) return [];
  return (isEventStream(reply.headers) ? eventsOf(read.text) : [read.text]).map(parseJson);
}
