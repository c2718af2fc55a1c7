import type { JsonNode } from '../../wire/document/parse.ts';
import { nodeAt } from '../../wire/document/pointer.ts';
import { generated } from '../../wire/document/rewrite.ts';

type Members = ReadonlyMap<string, JsonNode>;

/** One thing that the contract has a platform make of a request on its way to the agent. */
export interface RequestChange {
  readonly clause: string;
  readonly title: string;
  /** The rule of `revisions.json` whose later form it is. */
  readonly rule?: string;
  /** The document after it, the very same where it does not apply; an id that is made on the way is that of `received`. */
  readonly becomes: (document: JsonNode, received: JsonNode | undefined) => JsonNode;
}

/** Why the contract has a platform refuse a request. */
export interface RequestRefusal {
  readonly clause: string;
  readonly title: string;
  readonly holds: (document: JsonNode | undefined) => boolean;
}

/** Of the sender's headers none goes on; this is what a request arrives with (A.7). */
export const FORWARDED_HEADERS = { 'content-type': 'application/json' } as const;

/** So much of a body is read (A.1). */
export const REQUEST_CAP_BYTES = 1_048_576;

/** What never gets to an agent. */
export const REQUEST_REFUSALS: readonly RequestRefusal[] = [
  {
    clause: 'A.4',
    title: 'a body has to be one JSON object, or null',
    holds: (document) => document !== null && !(document instanceof Map),
  },
  {
    clause: 'A.4',
    title: 'content without parts has to be a text or a list',
    holds: (document) => {
      const message = messageOf(document);
      const content = message?.get('content');
      if (!message?.has('content') || message.has('parts')) return false;
      return typeof content !== 'string' && !Array.isArray(content);
    },
  },
  {
    clause: 'A.4',
    title: 'a message has to have parts or content',
    holds: (document) => {
      const message = messageOf(document);
      return message !== undefined && !message.has('parts') && !message.has('content');
    },
  },
];

/**
 * Everything that may become of a request, in this order; nothing else may. Beside it the document may be written
 * otherwise: order of members, spacing, escapes, and numbers as doubles are written, of the same value.
 */
export const REQUEST_CHANGES: readonly RequestChange[] = [
  {
    clause: 'A.4',
    title: 'null counts as an empty object',
    becomes: (document) => document ?? new Map(),
  },
  {
    clause: 'A.4',
    title: 'without "jsonrpc" a new envelope takes method and params over, under an id of its own',
    becomes: (document, received) => (document instanceof Map ? wrapped(document, received) : document),
  },
  {
    clause: 'A.4',
    title: 'a message without "messageId" gets a UUID',
    becomes: (document, received) =>
      withMessage(document, (message) =>
        filled(message, 'messageId', generated('uuid', nodeAt(received, '/params/message/messageId'))),
      ),
  },
  {
    clause: 'A.4',
    title: 'content that is a text becomes one text part, content that is a list becomes the parts',
    becomes: (document) => withMessage(document, contentAsParts),
  },
  {
    clause: 'A.4',
    title: 'a message without "role" is that of the user',
    rule: 'defaultsRole',
    becomes: (document) => withMessage(document, (message) => filled(message, 'role', 'user')),
  },
  {
    clause: 'A.4',
    title: 'the "type" of a part is called "kind"',
    rule: 'renamesType',
    becomes: (document) => withMessage(document, withKinds),
  },
];

function wrapped(document: Members, received: JsonNode | undefined): JsonNode {
  if (document.has('jsonrpc')) return document as JsonNode;
  const id = generated('uuid', nodeAt(received, '/id'));
  const [method, params] = [document.get('method') ?? null, document.get('params') ?? null];
  return new Map<string, JsonNode>([
    ['id', id],
    ['jsonrpc', '2.0'],
    ['method', method],
    ['params', params],
  ]);
}

function contentAsParts(message: Members): Members {
  const content = message.get('content');
  if (message.has('parts') || content === undefined) return message;
  const parts = Array.isArray(content) ? content : [textPart(content)];
  return new Map([...message, ['parts', parts] as const].filter(([name]) => name !== 'content'));
}

function textPart(text: JsonNode): JsonNode {
  return new Map<string, JsonNode>([
    ['kind', 'text'],
    ['text', text],
  ]);
}

function withKinds(message: Members): Members {
  const parts = message.get('parts');
  return Array.isArray(parts) ? new Map([...message, ['parts', parts.map(withKind)]]) : message;
}

function withKind(part: JsonNode): JsonNode {
  if (!(part instanceof Map) || !part.has('type') || part.has('kind')) return part;
  return new Map([...part].map(([name, value]) => [name === 'type' ? 'kind' : name, value]));
}

/** A key counts by its presence, whatever its value is. */
function filled(message: Members, name: string, value: JsonNode): Members {
  return message.has(name) ? message : new Map([...message, [name, value]]);
}

function withMessage(document: JsonNode, change: (message: Members) => Members): JsonNode {
  const message = messageOf(document);
  const params = nodeAt(document, '/params');
  if (!message || !(document instanceof Map) || !(params instanceof Map)) return document;
  const next = new Map([...params, ['message', change(message) as JsonNode]]);
  return new Map([...document, ['params', next]]);
}

function messageOf(document: JsonNode | undefined): Members | undefined {
  const message = nodeAt(document, '/params/message');
  return message instanceof Map ? message : undefined;
}
