import type { FastifyReply } from 'fastify';
import { seam } from '../../seam.ts';
import type { Streamed } from './forward.ts';
import type { Operation } from './inbound-secret.ts';

const PASSED_ON: Readonly<Record<Operation, readonly string[]>> = {
  upload: ['content-type'],
  download: ['content-type', 'content-length', 'content-disposition'],
};

/** What of an agent's answer about a file reaches the client: its status, its bytes, and these headers (G.1). */
export const passedOn = seam('platform.passedOnHeaders', headersOf);

function headersOf(operation: Operation, headers: Streamed['headers']): Record<string, string> {
  const kept = PASSED_ON[operation].flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, storableHeader(value)] as const];
  });
  return Object.fromEntries(kept);
}

/** A header holds bytes: what came as UTF-8 leaves as UTF-8. */
function storableHeader(value: string): string {
  const isBytes = [...value].every((character) => (character.codePointAt(0) ?? 0) < 256);
  return isBytes ? value : Buffer.from(value).toString('latin1');
}

/** Sends an agent's answer on as it comes. */
export function sendStream(reply: FastifyReply, operation: Operation, { status, headers, body }: Streamed) {
  reply.raw.statusCode = status;
  return reply.headers(passedOn(operation, headers)).send(body);
}
