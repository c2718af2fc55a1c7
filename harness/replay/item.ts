import { NONCE_PLACEHOLDER } from '../corpus/payload.ts';
import { parseJson } from '../support/parse-json.ts';

/** One request of a bulk source. */
export interface BulkItem {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes with nonce placeholders, which are replaced anew for every sending. */
  readonly body: Uint8Array;
}

/** An item made ready: what is known of it is found once, not for every sending. */
export interface PreparedItem {
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly template: Buffer;
  /** Where the nonce goes; none means that a reply cannot be told from a canned one. */
  readonly nonceOffsets: readonly number[];
  /** The id that the reply must carry; `undefined` when the request has none or is not JSON-RPC. */
  readonly replyId: unknown;
}

/** Finds out once what every sending of the item needs. */
export function prepareItem({ id, headers, body }: BulkItem): PreparedItem {
  const template = Buffer.from(body);
  return {
    id,
    headers: withoutFraming(headers),
    template,
    nonceOffsets: offsetsOf(template, NONCE_PLACEHOLDER),
    replyId: requestId(template),
  };
}

/** How a body is framed is the connection's business, whatever an item says. */
function withoutFraming(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !FRAMING.has(name.toLowerCase())));
}

const FRAMING: ReadonlySet<string> = new Set(['transfer-encoding', 'content-length', 'connection', 'host']);

function offsetsOf(bytes: Buffer, token: string): readonly number[] {
  const offsets: number[] = [];
  for (let at = bytes.indexOf(token); at !== -1; at = bytes.indexOf(token, at + token.length))
    offsets.push(at);
  return offsets;
}

function requestId(body: Buffer): unknown {
  const request = parseJson(body.toString('utf8'));
  if (typeof request !== 'object' || request === null || !('jsonrpc' in request)) return undefined;
  return 'id' in request ? request.id : undefined;
}
