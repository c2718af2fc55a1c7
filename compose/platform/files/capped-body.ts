import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';

/** The bytes of a request as they come; breaks beyond the cap, and when the client goes away before it has said all. */
export function cappedBody(request: IncomingMessage, capBytes: number): Transform {
  let bytes = 0;
  const body = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > capBytes ? new Error(`more than ${capBytes} bytes`) : null, chunk);
    },
  });
  request.pipe(body);
  request.once('close', () => {
    if (!request.complete) body.destroy(new Error('the client went away'));
  });
  // Whoever is answered before all was read goes on sending: it is read and dropped, so that the answer arrives.
  body.once('close', () => request.unpipe(body).resume());
  body.on('error', () => undefined);
  return body;
}
