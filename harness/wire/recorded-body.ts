import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { RecordedBody } from './exchange.ts';

/** Records bytes as text where they are UTF-8, else as base64; `capBytes` limits the content, not the digest. */
export function recordBody(body: Uint8Array, capBytes = Number.POSITIVE_INFINITY): RecordedBody {
  const kept = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, capBytes));
  const encoding = isUtf8(kept) && !startsWithBom(kept) ? 'utf8' : 'base64';
  return {
    bytes: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
    encoding,
    content: kept.toString(encoding),
    truncated: body.length > capBytes,
  };
}

/** The bytes of a recorded body; fewer than were sent when it was cut. */
export function bytesOf(body: RecordedBody): Buffer {
  return Buffer.from(body.content, body.encoding);
}

/** A recorded body as the text that a reader of it gets: UTF-8, a byte order mark before it left out. */
export function textOfRecorded(body: RecordedBody): string {
  return new TextDecoder().decode(bytesOf(body));
}

/** The same body with less content, for evidence that must stay small. */
export function cutBody(body: RecordedBody, capBytes: number): RecordedBody {
  const bytes = bytesOf(body);
  if (bytes.length <= capBytes) return body;
  const { encoding, content } = recordBody(bytes.subarray(0, capBytes));
  return { ...body, encoding, content, truncated: true };
}

function startsWithBom(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
