import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { HarnessError } from '../../support/errors.ts';
import type { ControlledEndpoint } from '../world.ts';
import type { Desk } from './desk.ts';
import { type Answer, readOrder, troubleOf } from './wire.ts';

const ORDER_BYTES = 64 * 1024;

/** Where the owner of a world takes orders from other processes. Disposing it ends what is under way. */
export interface Office extends AsyncDisposable {
  readonly endpoint: ControlledEndpoint;
}

/**
 * Listens for orders on loopback, for whoever knows the token: `POST /orders`, `GET /services`. It does not keep this
 * process alive.
 */
export async function openOffice(desk: Desk, controlToken: string): Promise<Office> {
  const server = createServer(async (request, response) => {
    const known = request.headers.authorization === `Bearer ${controlToken}`;
    const answer = known ? await answerTo(request, desk).catch(troubleOf) : undefined;
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(answer ?? { error: 'orders need the token of the world' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: { url: `http://127.0.0.1:${port}`, controlToken },
    [Symbol.asyncDispose]: () => close(server, desk),
  };
}

async function answerTo(request: IncomingMessage, desk: Desk): Promise<Answer> {
  if (request.method === 'GET') return { services: await desk.look() };
  return { entry: await desk.act(readOrder(await bodyOf(request))) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > ORDER_BYTES)
      throw new HarnessError({
        code: 'ORDER_TOO_LONG',
        message: `An order has at most ${ORDER_BYTES} bytes.`,
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Whoever waits for an answer still gets it: it is on its way one turn after the desk is idle. */
async function close(server: Server, desk: Desk): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  await desk.idle();
  await nextTurn();
  server.closeAllConnections();
  await closed;
}
