import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setImmediate as sent } from 'node:timers/promises';
import type { Hop } from './hop.ts';
import { listenOn } from './loopback.ts';

/**
 * Stands before `target` and passes every byte on as it is, but in small pieces: the first bytes of what comes one or a
 * few at a time, and no character of more than one byte whole. A hit is something that came in one piece and left in
 * several.
 */
export async function openSlicer(target: string): Promise<Hop> {
  const { hostname, port } = new URL(target);
  const server = createServer({ allowHalfOpen: true, noDelay: true });
  const open = new Set<Socket>();
  let hits = 0;
  const onHit = () => {
    hits += 1;
  };
  server.on('connection', (near) => {
    const far = connect({ host: hostname, port: Number(port), allowHalfOpen: true, noDelay: true });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket
        .on('error', () => undefined)
        .once('close', () => {
          open.delete(socket);
          other.destroy();
        });
    }
    slice(near, far, onHit);
    slice(far, near, onHit);
  });
  return {
    url: await listenOn(server),
    hits: () => hits,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** Passes on what one side says; when either is gone there is nothing left to pass. */
function slice(from: Socket, to: Socket, onHit: () => void): void {
  const passing = async () => {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      const pieces = piecesOf(chunk);
      if (pieces.length > 1) onHit();
      for (const piece of pieces) {
        if (!to.write(piece)) await once(to, 'drain');
        await sent();
      }
    }
    to.end();
  };
  passing().catch(() => to.destroy());
}

/** So many cuts are made at the beginning, and so many inside of characters. */
const MAX_CUTS = 10;

/** The bytes in pieces: cut after the 1st, 2nd, 4th, 7th … byte, and before bytes that continue a character. */
export function piecesOf(bytes: Buffer): readonly Buffer[] {
  const early = Array.from({ length: MAX_CUTS }, (_, index) => 1 + (index * (index + 1)) / 2);
  const inside: number[] = [];
  for (let at = 0; at < bytes.length && inside.length < MAX_CUTS; at += 1) {
    if (isContinuation(bytes[at] ?? 0)) inside.push(at);
  }
  const cuts = [...new Set([...early, ...inside])].filter((at) => at < bytes.length).sort((a, b) => a - b);
  return [...cuts, bytes.length].map((end, index) => bytes.subarray(cuts[index - 1] ?? 0, end));
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
