import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Message } from '../../../wire/hop-style.ts';
import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const repliesCompressed: Neutral = {
  id: 'N-replies-compressed',
  title: 'the platform compresses what it says to senders and agents, in one coding after the other',
  plant: beforePlatform({ reply: { change: compressed } }),
};

const CODINGS = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const;

/** Which coding it is follows from the length, so that a run can be repeated. */
function compressed({ headers, body }: Message): Message {
  const [coding, compress] = CODINGS[body.length % CODINGS.length] ?? CODINGS[0];
  if (body.length === 0) return { headers, body };
  return { headers: [...headers, ['Content-Encoding', coding]], body: compress(body) };
}
