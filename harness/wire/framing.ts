import { Readable } from 'node:stream';

/** Headers without what the connection does itself, and whether the body goes out in chunks. */
export interface Framed {
  readonly headers: Record<string, string>;
  readonly isChunked: boolean;
}

/** `transfer-encoding: chunked` is framing, so it is done rather than claimed: the body goes out as a stream. */
export function framed(headers: Readonly<Record<string, string>>): Framed {
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'transfer-encoding');
  return { headers: Object.fromEntries(kept), isChunked: kept.length < Object.keys(headers).length };
}

/** A body in a few chunks. */
export function inChunks(body: Uint8Array): Readable {
  return Readable.from(pieces(body));
}

async function* pieces(body: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = Math.max(1, Math.ceil(body.length / 3));
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}
