import { NONCE_PLACEHOLDER } from '../corpus/payload.ts';
import { parseJson } from '../support/parse-json.ts';
import { unsendable } from '../support/sendable-headers.ts';
import { isGzip } from '../wire/content-coding.ts';
import { type JsonNode, parseBytes } from '../wire/document/parse.ts';
import { nodeAt } from '../wire/document/pointer.ts';
import { framed } from '../wire/framing.ts';
import { bringsMessage, intendedParts, letsAnswerLater } from '../wire/reply/message-reading.ts';

/** One request of a bulk source. */
export interface BulkItem {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes with nonce placeholders, which are replaced anew for every sending. */
  readonly body: Uint8Array;
  /** Counted, and not held to what is expected where nobody said what that is. */
  readonly isUnheld?: boolean;
}

/** An item made ready: what is known of it is found once, not for every sending. */
export interface PreparedItem {
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly isChunked: boolean;
  readonly template: Buffer;
  /** Where the nonce goes; none means that a reply cannot be told from a canned one. */
  readonly nonceOffsets: readonly number[];
  /** Whether the nonce stands in the text of the message, where an agent would repeat it. */
  readonly nonceIsText: boolean;
  /** The id that the reply must carry; `undefined` when the request has none or is not JSON-RPC. */
  readonly replyId: JsonNode | undefined;
  readonly bringsMessage: boolean;
  readonly letsAnswerLater: boolean;
  /** Compressed for each sending, after the nonce is in it. */
  readonly isGzip: boolean;
  readonly isUnheld: boolean;
  /** Why it cannot be sent, if it cannot. */
  readonly unsendable: string | undefined;
}

/** Finds out once what every sending of the item needs; `more` headers are for items that have none of that name. */
export function prepareItem(item: BulkItem, more: Readonly<Record<string, string>> = {}): PreparedItem {
  const template = Buffer.from(item.body);
  const request = parseJson(template.toString('utf8'));
  const texts = intendedParts(request).flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const given = new Set(Object.keys(item.headers).map((name) => name.toLowerCase()));
  const added = Object.entries(more).filter(([name]) => !given.has(name));
  const { headers, isChunked } = framed(item.headers);
  return {
    id: item.id,
    headers: { ...Object.fromEntries(added), ...headers },
    isChunked,
    template,
    nonceOffsets: offsetsOf(template, NONCE_PLACEHOLDER),
    nonceIsText: texts.some((text) => text.includes(NONCE_PLACEHOLDER)),
    replyId: requestId(template),
    bringsMessage: bringsMessage(request),
    letsAnswerLater: letsAnswerLater(request),
    isGzip: isGzip(item.headers),
    isUnheld: item.isUnheld ?? false,
    unsendable: unsendable(item.headers, isGzip(item.headers) ? undefined : template.length),
  };
}

function offsetsOf(bytes: Buffer, token: string): readonly number[] {
  const offsets: number[] = [];
  for (let at = bytes.indexOf(token); at !== -1; at = bytes.indexOf(token, at + token.length))
    offsets.push(at);
  return offsets;
}

function requestId(body: Buffer): JsonNode | undefined {
  const request = parseBytes(body);
  return nodeAt(request, '/jsonrpc') === undefined ? undefined : nodeAt(request, '/id');
}
