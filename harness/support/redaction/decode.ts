import { BOUNDARY } from './cut-pieces.ts';
import { HEX } from './piece.ts';
import { type Digits, type Run, runsOf } from './runs.ts';
import { type Section, type Stretch, type View, viewOver } from './view.ts';

/** What the runs of base64 and hexadecimal digits in a view say, of those that seem to say something in words. */
export function digitsIn(view: View): readonly View[] {
  return [BASE64, HEXADECIMAL].flatMap((code) => inCode(view, code) ?? []);
}

/** How digits become bytes. */
interface Code extends Digits {
  /** Which digits of a run a byte is made of. */
  readonly spread: (byte: number) => Stretch;
  /** Writes the bytes of a run, and answers where they end. */
  readonly decode: (bytes: Uint8Array, run: Run, out: Uint8Array, at: number) => number;
}

function inCode(view: View, code: Code): View | undefined {
  const runs = runsOf(view.bytes, code);
  if (runs.length === 0) return undefined;
  const out = new Uint8Array(runs.reduce((sum, { start, end }) => sum + end - start + 1, 0));
  const sections: Section[] = [];
  let length = 0;
  for (const run of runs) {
    sections.push({ at: length, below: run.start, spread: code.spread });
    length = code.decode(view.bytes, run, out, length);
    out[length++] = BOUNDARY;
  }
  return viewOver(view, out.subarray(0, length), sections);
}

function decodeBase64(bytes: Uint8Array, { start, end }: Run, out: Uint8Array, at: number): number {
  let [length, bits, held] = [at, 0, 0];
  for (let digit = start; digit < end; digit++) {
    bits = (bits << 6) | (BASE64_VALUES[bytes[digit] as number] as number);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out[length++] = (bits >> held) & 0xff;
  }
  return length;
}

function decodeHex(bytes: Uint8Array, { start, end }: Run, out: Uint8Array, at: number): number {
  let length = at;
  for (let digit = start; digit + 1 < end; digit += 2) {
    const high = HEX[bytes[digit] as number] as number;
    out[length++] = high * 16 + (HEX[bytes[digit + 1] as number] as number);
  }
  return length;
}

/** Values of the digits of both alphabets of base64, -1 for every other byte. */
const BASE64_VALUES = new Int8Array(256).fill(-1);
for (const last of ['+/', '-_']) {
  const alphabet = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${last}`;
  for (const [value, byte] of Buffer.from(alphabet).entries()) BASE64_VALUES[byte] = value;
}

/** What is shorter in either is found by what it is: see the forms of a secret. */
const BASE64: Code = {
  ...{ values: BASE64_VALUES, group: 4, firstOfText: 8, firstBeyond: 32, minimum: 12 },
  spread: (byte) => ({ start: Math.floor((byte * 8) / 6), end: Math.floor((byte * 8 + 7) / 6) + 1 }),
  decode: decodeBase64,
};

const HEXADECIMAL: Code = {
  ...{ values: HEX, group: 2, firstOfText: 2, firstBeyond: 8, minimum: 16 },
  spread: (byte) => ({ start: 2 * byte, end: 2 * byte + 2 }),
  decode: decodeHex,
};
