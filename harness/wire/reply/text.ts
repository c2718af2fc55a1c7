import { isUtf8 } from 'node:buffer';
import { decodeContent } from '../content-coding.ts';

/** Headers (names in lower case) and body of a reply, as they came. */
export interface ReplyBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The content coding that is off the body already. */
  readonly coding?: string | undefined;
}

/** The text of a reply without codings and byte order mark, or what is wrong with its bytes. */
export type ReplyText = { readonly text: string } | { readonly why: string };

/** Reads a body as text. JSON and events are UTF-8, whatever a charset says. */
export function textOfReply({ headers, body, coding }: ReplyBody): ReplyText {
  const toTakeOff = coding === undefined ? headers['content-encoding'] : undefined;
  const decoded = decodeContent(body, toTakeOff);
  return 'fault' in decoded ? { why: decoded.fault } : textOf(decoded.body);
}

function textOf(bytes: Buffer): ReplyText {
  const fault = utf8Fault(bytes);
  if (fault !== undefined) return { why: `a body ${fault}` };
  return { text: bytes.toString('utf8', hasBom(bytes) ? 3 : 0) };
}

/** Why bytes are no text in UTF-8, as words that follow a noun; `undefined` when they are. */
export function utf8Fault(bytes: Buffer): string | undefined {
  if (isUtf16(bytes)) return 'in UTF-16, and JSON is UTF-8';
  return isUtf8(bytes) ? undefined : `that is not UTF-8, from byte ${firstBadByte(bytes)} on`;
}

function hasBom(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** By its mark, or by the zero in every other byte of ASCII. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.length > 1 && (first === 0) !== (second === 0);
}

/** Where the bytes stop being what they would be, had they been written from text. */
function firstBadByte(bytes: Buffer): number {
  const asText = Buffer.from(bytes.toString('utf8'));
  return bytes.findIndex((byte, at) => byte !== asText[at]);
}
