import { unescaped } from './unescape.ts';
import { plainView, type View } from './view.ts';

/**
 * Every form of a secret that is searched for, in bytes: as it is, as it is when something is unescaped around it, in
 * hexadecimal digits, and in base64 at each alignment.
 */
export function formsOf(secret: string): readonly Uint8Array[] {
  return readingsOf(secret).flatMap((bytes) => [
    bytes,
    Buffer.from(bytes.toString('hex')),
    ...base64Forms(bytes),
  ]);
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

/** The digits of base64 that depend on the secret alone, for each of the three places it can start at. */
function base64Forms(secret: Buffer): readonly Buffer[] {
  return [0, 1, 2].map((offset) => {
    const base64 = Buffer.concat([Buffer.alloc(offset), secret]).toString('base64');
    return Buffer.from(
      base64.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + secret.length) * 8) / 6)),
    );
  });
}
