import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** No body becomes larger than this when it is decoded. */
const CAP_BYTES = 64 * 1024 * 1024;

/** Takes off what a `Content-Encoding` names, the last first; throws where the bytes are not that. */
export function decodeContent(body: Buffer, codings = ''): Buffer {
  const names = codings.toLowerCase().split(',');
  return body.length === 0 ? body : names.reduceRight((bytes, name) => decoded(bytes, name.trim()), body);
}

function decoded(bytes: Buffer, coding: string): Buffer {
  const limit = { maxOutputLength: CAP_BYTES };
  switch (coding) {
    case '':
    case 'identity':
      return bytes;
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(bytes, limit);
    case 'br':
      return brotliDecompressSync(bytes, limit);
    case 'deflate':
      return hasZlibHead(bytes) ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
    default:
      throw new Error(`a body in the content coding "${coding}", which this client does not know`);
  }
}

function hasZlibHead(bytes: Buffer): boolean {
  return ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.length > 1 && bytes.readUInt16BE(0) % 31 === 0;
}
