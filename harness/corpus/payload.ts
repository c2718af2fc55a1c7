import { readFileSync } from 'node:fs';
import { UsageError } from '../support/errors.ts';
import type { Fill, Step } from './entry.ts';

/** Stands in payloads and sidecars where a fresh nonce of the same length goes before sending. */
export const NONCE_PLACEHOLDER = 'ASSAY-NONCE-000000000000';

/** No payload may grow beyond this many bytes, however it is filled. */
export const MAX_EXPANDED_BYTES = 20 * 1024 * 1024;

/** What is put into a payload before it is sent; captured values go in as JSON, strings without their quotes. */
export interface PayloadValues {
  readonly nonce: string;
  readonly captures?: Readonly<Record<string, unknown>>;
}

/** The exact bytes of one request: the payload file, filled, with nonce and captured values put in. */
export function payloadBytes(step: Step, values: PayloadValues): Uint8Array {
  return payloadTemplate(step)(values);
}

/** Reads and fills a payload once, for whoever sends it many times; each call makes bytes of its own. */
export function payloadTemplate(step: Step): (values: PayloadValues) => Uint8Array {
  const filled = filledPayload(step);
  const pieces = split(filled, Buffer.from(NONCE_PLACEHOLDER));
  return ({ nonce, captures = {} }) => withCaptures(join(pieces, nonceBytes(nonce)), captures, step);
}

/** The payload with its filler in and its placeholders left; UsageError when it grows beyond the limit. */
export function filledPayload(step: Step): Buffer {
  const stored = readFileSync(step.payloadFile);
  return step.fill.reduce<Buffer>((bytes, fill) => filledWith(bytes, fill, step), stored);
}

/** The names that a payload takes from earlier replies, in order of appearance. */
export function captureNames(bytes: Uint8Array): readonly string[] {
  return [...Buffer.from(bytes).toString('latin1').matchAll(CAPTURE)].map((match) => match[1] ?? '');
}

const CAPTURE = /\{\{([A-Za-z][A-Za-z0-9]*)\}\}/g;

function filledWith(bytes: Buffer, { token, text, times }: Fill, step: Step): Buffer {
  const pieces = split(bytes, Buffer.from(token));
  const grown =
    bytes.length + (pieces.length - 1) * (Buffer.byteLength(text) * times - Buffer.byteLength(token));
  if (grown > MAX_EXPANDED_BYTES) throw tooBig(step, grown);
  return pieces.length === 1 ? bytes : join(pieces, Buffer.from(text.repeat(times)));
}

function withCaptures(bytes: Buffer, captures: Readonly<Record<string, unknown>>, step: Step): Buffer {
  return captureNames(bytes).reduce((done, name) => {
    if (!Object.hasOwn(captures, name)) throw notCaptured(step, name);
    return join(split(done, Buffer.from(`{{${name}}}`)), Buffer.from(inJson(captures[name])));
  }, bytes);
}

function inJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return typeof value === 'string' ? text.slice(1, -1) : text;
}

function nonceBytes(nonce: string): Buffer {
  const bytes = Buffer.from(nonce);
  if (bytes.length === NONCE_PLACEHOLDER.length) return bytes;
  throw new UsageError({
    code: 'NONCE_LENGTH',
    message: `a nonce has ${NONCE_PLACEHOLDER.length} bytes, \`${nonce}\` has ${bytes.length}`,
    fix: 'Use `ASSAY-` and 18 characters of [a-z0-9].',
  });
}

function split(bytes: Buffer, token: Buffer): readonly Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(token); at !== -1; at = bytes.indexOf(token, from)) {
    pieces.push(bytes.subarray(from, at));
    from = at + token.length;
  }
  return [...pieces, bytes.subarray(from)];
}

function join(pieces: readonly Buffer[], between: Buffer): Buffer {
  return Buffer.concat(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece])));
}

function tooBig(step: Step, bytes: number): UsageError {
  return new UsageError({
    code: 'PAYLOAD_TOO_BIG',
    message: `${step.payload} would grow to ${bytes} bytes, the limit is ${MAX_EXPANDED_BYTES}`,
    fix: 'Lower `times` of its fill.',
  });
}

function notCaptured(step: Step, name: string): UsageError {
  return new UsageError({
    code: 'NOT_CAPTURED',
    message: `${step.payload} uses {{${name}}}, which no earlier reply has given`,
    fix: `Capture \`${name}\` in an earlier step of the session.`,
  });
}
