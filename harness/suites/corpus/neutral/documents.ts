import { type JsonNode, parseBytes } from '../../../wire/document/parse.ts';
import { type Writing, writeDocument } from '../../../wire/document/write.ts';
import { headerOf, type Message, type Occasion, type ReplyStyle } from '../../../wire/hop-style.ts';

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
  const document = isJson(message) ? parseBytes(message.body) : undefined;
  if (document === undefined) return message;
  return { ...message, body: Buffer.from(written(document, manner)) };
}

function isJson({ headers }: Message): boolean {
  return (headerOf(headers, 'content-type') ?? '').toLowerCase().startsWith('application/json');
}

function dataLines(data: string, manner: Manner): string | undefined {
  const document = parseBytes(Buffer.from(data));
  if (document === undefined) return undefined;
  return written(document, manner)
    .split(/\r\n|[\r\n]/)
    .map((line) => `data: ${line}`)
    .join('\n');
}

function written(document: JsonNode, { change = (same) => same, ...writing }: Manner): string {
  return writeDocument(change(document), writing);
}
