import { unescaped } from './unescape.ts';
import { plainView, type View } from './view.ts';

/**
 * Every form of a secret that is searched for, in bytes: as it is, as it is when something is unescaped around it, and in
 * UTF-16; each of them also in hexadecimal digits, and in base64 at each alignment; and backwards.
 */
export function formsOf(secret: string): readonly Uint8Array[] {
  const inDigits = [...readingsOf(secret), ...utf16Forms(secret)].flatMap((bytes) => [
    bytes,
    Buffer.from(bytes.toString('hex')),
    ...base64Forms(bytes),
  ]);
  return [...inDigits, ...backwards(secret)];
}

/** A secret may itself hold what looks like an escape, or spaces, which forms of the web write as plus signs. */
function readingsOf(secret: string): readonly Buffer[] {
  const plain = Buffer.from(secret);
  const readings = [plain];
  if (secret.includes(' ')) readings.push(Buffer.from(secret.replaceAll(' ', '+')));
  let view: View | undefined = plainView(plain);
  while (view) {
    view = unescaped(view);
    if (view) readings.push(Buffer.from(view.bytes));
  }
  return readings;
}

/** Of UTF-16 the bytes that do not depend on what stands around: a secret in ASCII has the same in both orders of bytes. */
function utf16Forms(secret: string): readonly Buffer[] {
  const littleEndian = Buffer.from(secret, 'utf16le');
  const bigEndian = Buffer.from(littleEndian).swap16();
  return [littleEndian, bigEndian].map((bytes) =>
    bytes.subarray(bytes[0] === 0 ? 1 : 0, bytes.at(-1) === 0 ? -1 : undefined),
  );
}

/** A number says the same to nobody who reads it backwards, and might be another. */
function backwards(secret: string): readonly Buffer[] {
  return /^\d*$/.test(secret) ? [] : [Buffer.from([...secret].reverse().join(''))];
}

/** The digits of base64 that depend on the secret alone, for each of the three places it can start at. */
function base64Forms(secret: Buffer): readonly Buffer[] {
  return [0, 1, 2].map((offset) => {
    const base64 = Buffer.concat([Buffer.alloc(offset), secret]).toString('base64');
    return Buffer.from(
      base64.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + secret.length) * 8) / 6)),
    );
  });
}
