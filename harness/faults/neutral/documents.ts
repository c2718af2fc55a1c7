import { type JsonNode, parseBytes } from '../../wire/document/parse.ts';
import { type Writing, writeDocument } from '../../wire/document/write.ts';
import { headerOf, type Message, type Occasion, type ReplyStyle } from '../../wire/hop-style.ts';

/** What another program makes of a document that it writes, and how it writes it. */
export interface Manner extends Writing {
  readonly change?: (document: JsonNode) => JsonNode;
}

/** Every document that the platform itself makes is written in this manner; what agents said is passed on verbatim. */
export function platformWrites(manner: Manner): ReplyStyle {
  return {
    change: (message, occasion) => (isAgents(message, occasion) ? message : rewritten(message, manner)),
  };
}

/** Every document that an agent answers with is written in this manner, in streams too. */
export function agentsWrite(manner: Manner): ReplyStyle {
  return {
    change: (message) => rewritten(message, manner),
    event: (event) =>
      event.replace(/^data: ?(.*)$/m, (line, data: string) => dataLines(data, manner) ?? line),
  };
}

/** A reply of the proxy without a charset is the agent's (A.9), unless it tells of a queue. */
function isAgents({ headers, body }: Message, { path }: Occasion): boolean {
  const isProxied = /^\/workspaces\/[^/]+\/a2a$/.test(path);
  if (!isProxied || headerOf(headers, 'content-type') !== 'application/json') return false;
  const document = parseBytes(body);
  return !(document instanceof Map) || !(document.has('delivery_mode') || document.has('queued'));
}

function rewritten(message: Message, manner: Manner): Message {
  const text = isJson(message) ? written(message.body, manner) : undefined;
  return text === undefined ? message : { ...message, body: Buffer.from(text) };
}

function isJson({ headers }: Message): boolean {
  return (headerOf(headers, 'content-type') ?? '').toLowerCase().startsWith('application/json');
}

function dataLines(data: string, manner: Manner): string | undefined {
  return written(Buffer.from(data), manner)
    ?.split(/\r\n|[\r\n]/)
    .map((line) => `data: ${line}`)
    .join('\n');
}

/** The document in that manner; `undefined` when there is none, or nothing in it that this manner puts otherwise. */
function written(bytes: Uint8Array, { change, ...writing }: Manner): string | undefined {
  const document = parseBytes(bytes);
  if (document === undefined) return undefined;
  const changed = change?.(document) ?? document;
  const isSame = writeDocument(changed, writing) === writeDocument(document);
  return isSame ? undefined : writeDocument(changed, writing);
}
