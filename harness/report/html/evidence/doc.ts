import { isUtf8 } from 'node:buffer';
import type { Doc } from '../page/page.ts';
import { member, number, text } from './loose.ts';

/** A recorded body (`{bytes, encoding, content, truncated}`) as the page shows it, cut to `capBytes`. */
export function docOfBody(body: unknown, capBytes: number): Doc | undefined {
  const content = text(member(body, 'content'));
  if (content === undefined) return undefined;
  const encoding = member(body, 'encoding') === 'base64' ? 'base64' : 'utf8';
  const doc = docOfBytes(Buffer.from(content, encoding), capBytes);
  const bytes = number(member(body, 'bytes')) ?? doc.bytes;
  return { ...doc, bytes, ...((doc.isCut || member(body, 'truncated') === true) && { isCut: true }) };
}

/** Bytes as the page shows them: as text where they are text, cut between two characters. */
export function docOfBytes(bytes: Buffer, capBytes: number): Doc {
  const isText = isUtf8(bytes);
  const isCut = bytes.length > capBytes;
  const kept = isCut ? bytes.subarray(0, isText ? startOfChar(bytes, capBytes) : capBytes) : bytes;
  return {
    text: kept.toString(isText ? 'utf8' : 'base64'),
    bytes: bytes.length,
    ...(isCut && { isCut }),
    ...(!isText && { isBinary: true }),
  };
}

/** A value that was recorded as JSON. */
export function docOfValue(value: unknown, capBytes: number): Doc {
  return docOfBytes(Buffer.from(JSON.stringify(value) ?? 'null'), capBytes);
}

/** Bytes that continue a character begin with the bits 10. */
function startOfChar(bytes: Buffer, at: number): number {
  let start = at;
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}
