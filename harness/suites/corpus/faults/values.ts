import { at, type SeamChange } from '../../../faults/plant.ts';
import { fieldsOf, forwarded, isObject, type Json, type JsonObject, withMessage } from './request.ts';

/** One member of an object. */
export type Member = readonly [name: string, value: Json];

/** Deeper values stay as they are: nothing that is planted may exhaust the stack. */
const MAX_DEPTH = 300;

/** The platform sends other JSON text to the agent than its rules came to. */
export function respelled(change: (json: string) => string): SeamChange {
  return at(
    'platform.forwardBody',
    (marshal) => (payload) => Buffer.from(change(marshal(payload).toString())),
  );
}

/** The platform sends the message with its metadata changed; one without metadata is left alone. */
export function otherMetadata(change: (metadata: JsonObject) => Json): SeamChange {
  return forwarded((request) => withMetadata(request, change));
}

/** The request with the metadata of its message changed. */
export function withMetadata<Request extends Json>(
  request: Request,
  change: (metadata: JsonObject) => Json,
): Request | JsonObject {
  return withMessage(request, (message) =>
    isObject(message.metadata) ? { ...message, metadata: change(message.metadata) } : message,
  );
}

/** The platform sends the message with the files of its parts changed. */
export function otherFiles(change: (file: JsonObject) => JsonObject): SeamChange {
  return forwarded((request) =>
    withMessage(request, (message) => {
      const { parts } = message;
      if (!Array.isArray(parts)) return message;
      const changed = parts.map((part: Json) => {
        const { file } = fieldsOf(part);
        return isObject(file) ? { ...fieldsOf(part), file: change(file) } : part;
      });
      return { ...message, parts: changed };
    }),
  );
}

/** The value with the members of each object in it changed, outer objects first. */
export function withMembers(
  value: Json,
  change: (members: readonly Member[]) => readonly Member[],
  depth = 0,
): Json {
  if (depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((item: Json) => withMembers(item, change, depth + 1));
  if (!isTree(value)) return value;
  const members = change(Object.entries(value) as unknown as readonly Member[]);
  return Object.fromEntries(members.map(([name, inner]) => [name, withMembers(inner, change, depth + 1)]));
}

/** The value with each list in it changed, outer lists first. */
export function withLists(value: Json, change: (items: readonly Json[]) => readonly Json[], depth = 0): Json {
  if (depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return change(value).map((item) => withLists(item, change, depth + 1));
  if (!isTree(value)) return value;
  const members = Object.entries(value) as unknown as readonly Member[];
  return Object.fromEntries(members.map(([name, inner]) => [name, withLists(inner, change, depth + 1)]));
}

/** An object with members, as opposed to a number that is kept as it was written. */
export function isTree(value: unknown): value is JsonObject {
  return isObject(value) && Object.getOwnPropertySymbols(value).length === 0;
}
