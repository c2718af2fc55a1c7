import { type PixelFormat, readFormat } from './pixels.ts';

/** What a client says once the session stands (RFC 6143 7.5); `resize` is SetDesktopSize. */
export type ClientMessage =
  | { readonly kind: 'format'; readonly format: PixelFormat | undefined }
  | { readonly kind: 'encodings'; readonly encodings: readonly number[] }
  | { readonly kind: 'update'; readonly isIncremental: boolean }
  | { readonly kind: 'key'; readonly keysym: number; readonly down: boolean }
  | { readonly kind: 'pointer'; readonly x: number; readonly y: number; readonly buttons: number }
  | { readonly kind: 'cut-text' }
  | { readonly kind: 'resize'; readonly width: number; readonly height: number };

/** The first message of `bytes` and its length; undefined while there is not all of it, `unknown` for no message. */
export type Read = { readonly message: ClientMessage; readonly length: number } | 'unknown' | undefined;

/** Reads one message. */
export function readMessage(bytes: Buffer): Read {
  const length = lengthOf(bytes);
  if (length === 'unknown') return 'unknown';
  if (length === undefined || bytes.length < length) return undefined;
  return { message: messageIn(bytes.subarray(0, length)), length };
}

function lengthOf(bytes: Buffer): number | 'unknown' | undefined {
  if (bytes.length === 0) return undefined;
  const head = (needed: number, length: () => number) => (bytes.length < needed ? undefined : length());
  switch (bytes.readUInt8(0)) {
    case 0:
      return 20;
    case 2:
      return head(4, () => 4 + bytes.readUInt16BE(2) * 4);
    case 3:
      return 10;
    case 4:
      return 8;
    case 5:
      return 6;
    case 6:
      return head(8, () => 8 + Math.abs(bytes.readInt32BE(4)));
    case 251:
      return head(8, () => 8 + bytes.readUInt8(6) * 16);
    default:
      return 'unknown';
  }
}

function messageIn(bytes: Buffer): ClientMessage {
  switch (bytes.readUInt8(0)) {
    case 0:
      return { kind: 'format', format: readFormat(bytes.subarray(4)) };
    case 2: {
      const count = bytes.readUInt16BE(2);
      return {
        kind: 'encodings',
        encodings: Array.from({ length: count }, (_, at) => bytes.readInt32BE(4 + at * 4)),
      };
    }
    case 3:
      return { kind: 'update', isIncremental: bytes.readUInt8(1) !== 0 };
    case 4:
      return { kind: 'key', down: bytes.readUInt8(1) !== 0, keysym: bytes.readUInt32BE(4) };
    case 5:
      return {
        kind: 'pointer',
        buttons: bytes.readUInt8(1),
        x: bytes.readUInt16BE(2),
        y: bytes.readUInt16BE(4),
      };
    case 251:
      return { kind: 'resize', width: bytes.readUInt16BE(2), height: bytes.readUInt16BE(4) };
    default:
      return { kind: 'cut-text' };
  }
}
