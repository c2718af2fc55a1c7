import type { Socket } from 'node:net';

/**
 * Takes every `100 Continue` out of what a socket reads before a reply. A server may send one unasked, and undici
 * breaks the connection over it. A reply begins with what is read first after something was written.
 */
export function passOverContinue(socket: Socket): void {
  const read: Socket['read'] = socket.read.bind(socket);
  const write: Write = socket.write.bind(socket);
  let replyIsDue = false;
  let held: Buffer | undefined;
  socket.write = ((chunk: never, encoding?: never, done?: never) => {
    replyIsDue = true;
    return write(chunk, encoding, done);
  }) as Write;
  socket.read = (size) => {
    let chunk: Buffer | null = read(size);
    while (replyIsDue && chunk !== null) {
      const bytes: Buffer = held ? Buffer.concat([held, chunk]) : chunk;
      const end = endOfContinue(bytes);
      held = end === undefined ? bytes : undefined;
      if (end === 0) {
        replyIsDue = false;
        return bytes;
      }
      const rest = end === undefined ? bytes.length : end;
      chunk = rest < bytes.length ? bytes.subarray(rest) : read(size);
    }
    return chunk;
  };
}

type Write = Socket['write'];

const START = Buffer.from('HTTP/1.1 100');
const MINOR_AT = 'HTTP/1.'.length;
const MAX_HEAD_BYTES = 16 * 1024;

/** Where the interim reply that bytes begin with ends: 0 when they begin with none, `undefined` when more must come. */
function endOfContinue(bytes: Buffer): number | undefined {
  for (let at = 0; at < START.length; at += 1) {
    if (at >= bytes.length) return undefined;
    if (bytes[at] !== START[at] && at !== MINOR_AT) return 0;
  }
  const end = bytes.indexOf('\r\n\r\n');
  if (end >= 0) return end + 4;
  return bytes.length > MAX_HEAD_BYTES ? 0 : undefined;
}
