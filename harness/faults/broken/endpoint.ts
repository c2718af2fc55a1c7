import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** An address and its end. */
export interface Endpoint {
  readonly url: string;
  close(): Promise<void>;
}

/** What a broken subject does with a complete request, and with a WebSocket. */
export interface Behaviour {
  /** The JSON text to answer with 200, or `DROP`. */
  answer(request: IncomingMessage, body: Buffer, url: string): string | typeof DROP;
  /** Called when a WebSocket has been accepted; without it the connection of an upgrade is destroyed. */
  accept?(socket: WebSocket): void;
}

/** Destroys the connection instead of an answer. */
export const DROP = Symbol('drop');

/** Serves one behaviour on a free loopback port. */
export async function serve(behaviour: Behaviour): Promise<Endpoint> {
  const server = createServer();
  const webSockets = new WebSocketServer({ noServer: true });
  const connections = new Set<Duplex>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('error', () => undefined).on('close', () => connections.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', async (request, response) => {
    const body = await readBody(request).catch(() => undefined);
    const answer = body ? behaviour.answer(request, body, url) : DROP;
    if (answer === DROP) request.socket.destroy();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
  server.on('upgrade', (request, socket, head) => {
    const { accept } = behaviour;
    if (accept) webSockets.handleUpgrade(request, socket, head, accept);
    else socket.destroy();
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  return { url, close: () => end(server, connections) };
}

const BODY_CAP_BYTES = 1024 * 1024;

/** Reads a request to its end and keeps at most the first mebibyte. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (bytes < BODY_CAP_BYTES) chunks.push(chunk.subarray(0, BODY_CAP_BYTES - bytes));
    bytes += chunk.length;
  }
  return Buffer.concat(chunks);
}

async function end(server: ReturnType<typeof createServer>, connections: ReadonlySet<Duplex>): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  for (const connection of connections) connection.destroy();
  await closed;
}
