import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One line of a file, without its end. */
export interface ByteLine {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer;
}

/** A line that grows beyond the limit: what is read is no list of lines. */
export class LineTooLong extends Error {
  readonly number: number;

  constructor(number: number) {
    super(`line ${number} is longer than ${MAX_LINE_BYTES} bytes`);
    this.number = number;
  }
}

const MAX_LINE_BYTES = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/** What is read: a file by its path, or bytes that come from elsewhere. */
export type ByteSource = string | AsyncIterable<Buffer>;

/** The lines of a source, read as they are needed, and read through gzip where it is. A byte order mark is no part of any. */
export async function* byteLines(source: ByteSource): AsyncGenerator<ByteLine> {
  let number = 1;
  let rest: Buffer[] = [];
  let restBytes = 0;
  for await (const chunk of plainBytes(source)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      yield line(number, [...rest, chunk.subarray(from, end)]);
      number += 1;
      rest = [];
      restBytes = 0;
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    restBytes += chunk.length - from;
    if (restBytes > MAX_LINE_BYTES) throw new LineTooLong(number);
  }
  if (restBytes > 0) yield line(number, rest);
}

function line(number: number, pieces: readonly Buffer[]): ByteLine {
  const [only] = pieces;
  const bytes = pieces.length === 1 && only ? only : Buffer.concat(pieces);
  const hasBom = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { number, bytes: hasBom ? bytes.subarray(3) : bytes };
}

async function* plainBytes(source: ByteSource): AsyncGenerator<Buffer> {
  if (typeof source === 'string') {
    await using handle = await open(source);
    yield* plainBytes(handle.createReadStream({ autoClose: false }));
    return;
  }
  const chunks = source[Symbol.asyncIterator]();
  try {
    const first = await chunks.next();
    if (first.done) return;
    const all = startingWith(first.value, chunks);
    yield* isGzipped(first.value) ? unzipped(all) : all;
  } finally {
    await chunks.return?.();
  }
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** What goes wrong with either of the two is thrown by whoever reads. */
function unzipped(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  return pipeline(Readable.from(bytes), createGunzip(), () => undefined);
}

function isGzipped(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
