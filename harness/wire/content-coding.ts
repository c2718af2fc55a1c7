import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * What goes over the wire for a payload: compressed when the headers say gzip and it is not already, for a nonce
 * cannot be put into compressed bytes.
 */
export function encodedBody(payload: Uint8Array, headers: Readonly<Record<string, string>>): Uint8Array {
  return isGzip(headers) && !hasGzipMagic(payload) ? gzipSync(payload) : payload;
}

/** The payload in a body as received; bytes that are not what their header says stay as they are. */
export function decodedBody(body: Buffer, headers: Readonly<Record<string, string>>): Buffer {
  if (!isGzip(headers) || !hasGzipMagic(body)) return body;
  try {
    return gunzipSync(body);
  } catch {
    return body;
  }
}

function isGzip(headers: Readonly<Record<string, string>>): boolean {
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-encoding' && value.trim().toLowerCase() === 'gzip',
  );
}

function hasGzipMagic(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
