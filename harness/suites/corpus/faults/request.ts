import type { Seams } from '../../../../compose/seams.ts';
import { at, type SeamChange } from '../../../faults/plant.ts';

/** A JSON object of unknown content, as the platform's rules hand it on. */
export type JsonObject = Parameters<Seams['platform.forwardBody']>[0];

/** Any JSON value, as the platform reads it. */
export type Json = Exclude<ReturnType<Seams['platform.parseBody']>, undefined>;

/** The platform sends another request to the agent than its rules came to. */
export function forwarded(change: (request: JsonObject) => JsonObject): SeamChange {
  return at('platform.forwardBody', (marshal) => (request) => marshal(change(request)));
}

/** A line of the runtime gets another document than was sent to it; the inbox has noted what was sent. */
export function received(change: (document: Json) => Json): SeamChange {
  return at('runtime.forward', () => (body) => withDocument(body, change));
}

/**
 * The bytes of a JSON document, changed, and filled up with spaces to the length that the request's headers announce.
 * Bytes that are no JSON, or in which nothing changes, stay as they are.
 */
export function withDocument(body: Buffer, change: (document: Json) => Json): Buffer {
  try {
    const document: Json = JSON.parse(body.toString());
    const changed = Buffer.from(JSON.stringify(change(document)));
    if (changed.toString() === JSON.stringify(document)) return body;
    return Buffer.concat([changed, Buffer.alloc(Math.max(0, body.length - changed.length), ' ')]);
  } catch {
    return body;
  }
}

/** The request with the text of each text part changed. */
export function withTexts<Request extends Json>(
  request: Request,
  change: (text: string) => string,
): Request | JsonObject {
  return withParts(request, (parts) =>
    parts.map((part) => {
      const { text } = fieldsOf(part);
      return typeof text === 'string' ? { ...fieldsOf(part), text: change(text) } : part;
    }),
  );
}

/** The request with the list of its message's parts changed. */
export function withParts<Request extends Json>(
  request: Request,
  change: (parts: readonly Json[]) => readonly Json[],
): Request | JsonObject {
  return withMessage(request, (message) =>
    Array.isArray(message.parts) ? { ...message, parts: change(message.parts) } : message,
  );
}

/** The request with its message changed; one that has no message stays as it is. */
export function withMessage<Request extends Json>(
  request: Request,
  change: (message: JsonObject) => JsonObject,
): Request | JsonObject {
  const params = fieldsOf(fieldsOf(request).params);
  if (!isObject(params.message)) return request;
  return { ...fieldsOf(request), params: { ...params, message: change(params.message) } };
}

/** Whether a request belongs to a conversation that has begun. */
export function hasContext(request: Json | undefined): boolean {
  return fieldsOf(fieldsOf(fieldsOf(request ?? null).params).message).contextId !== undefined;
}

/** Any value as an object whose members may be looked at; what is no object has none. */
export function fieldsOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Whether a value is an object, as opposed to null, a list or a scalar. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
