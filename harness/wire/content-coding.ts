import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';

/**
 * What goes over the wire for a payload: compressed when the headers say gzip and it is not already, for a nonce
 * cannot be put into compressed bytes.
 */
export function encodedBody(payload: Uint8Array, headers: Readonly<Record<string, string>>): Uint8Array {
  return isGzip(headers) && !hasGzipMagic(payload) ? gzipSync(payload) : payload;
}

/** Whether the headers say that the payload is compressed by gzip. */
export function isGzip(headers: Readonly<Record<string, string>>): boolean {
  return codingOf(headers).trim().toLowerCase() === 'gzip';
}

/** The payload in a body as received; bytes that are not what their header says stay as they are. */
export function decodedBody(body: Buffer, headers: Readonly<Record<string, string>>): Buffer {
  const decoded = decodeContent(body, codingOf(headers));
  return 'body' in decoded ? decoded.body : body;
}

/** A body with its content codings taken off (`coding` names them), or why they cannot be. */
export type Decoded = { readonly body: Buffer; readonly coding?: string } | { readonly fault: string };

/** No body becomes larger than this when it is decoded. */
const DECODED_CAP_BYTES = 32 * 1024 * 1024;

/**
 * Takes off what the value of a `Content-Encoding` names, the last first. A sender that asked for nothing may get any
 * of them. Of a beginning it tells what can be told.
 */
export function decodeContent(
  body: Buffer,
  coding: string | undefined,
  { isBeginning = false } = {},
): Decoded {
  if (coding === undefined || body.length === 0) return { body };
  const codings = coding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (codings.length === 0) return { body };
  let decoded = body;
  for (const name of codings.reverse()) {
    const decoder = DECODERS.get(name);
    if (!decoder) return { fault: `a body in the content coding "${name}", which we do not know` };
    try {
      decoded = decoder(decoded, { maxOutputLength: DECODED_CAP_BYTES, ...(isBeginning && finish(name)) });
    } catch (error) {
      return { fault: faultOf(name, error) };
    }
  }
  return { body: decoded, coding };
}

/** What has come is told, although its end has not. */
function finish(name: string): Pick<Limit, 'finishFlush'> {
  const { BROTLI_OPERATION_FLUSH, Z_SYNC_FLUSH } = constants;
  return { finishFlush: name === 'br' ? BROTLI_OPERATION_FLUSH : Z_SYNC_FLUSH };
}

interface Limit {
  readonly maxOutputLength: number;
  readonly finishFlush?: number;
}

type Decoder = (bytes: Buffer, limit: Limit) => Buffer;

const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['br', brotliDecompressSync],
  ['deflate', inflateEither],
]);

/** By the standard with a zlib head, by some servers without. */
function inflateEither(bytes: Buffer, limit: Limit): Buffer {
  const hasHead = ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.length > 1 && bytes.readUInt16BE(0) % 31 === 0;
  return hasHead ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
}

function faultOf(coding: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_BUFFER_TOO_LARGE') return `${coding} that grows beyond ${DECODED_CAP_BYTES} bytes`;
  return `a body that is not the ${coding} that its Content-Encoding says (${message})`;
}

function codingOf(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1] ?? '';
}

function hasGzipMagic(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
