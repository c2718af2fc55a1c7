import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { isBehaviour } from './behaviour.ts';
import type { Config } from './config.ts';
import { openInput } from './input.ts';
import { openJournal } from './journal.ts';
import { type Desk, serveSession } from './sessions.ts';

/** Pictures are counted from here, so that a desktop that is started again goes on with a larger number. */
const FIRST_DAY_MS = Date.UTC(2026, 0, 1);

/** A desktop that listens; disposing it breaks all sessions off. */
export interface RunningDesktop extends AsyncDisposable {
  readonly url: string;
}

/** Starts the desktop: sessions at `/websockify`, health, and below `/control` what happened and how it is to behave. */
export async function startDesktop(config: Config): Promise<RunningDesktop> {
  const desk: Desk = {
    ...{ config, input: openInput(), journal: openJournal(), behaviour: 'sound' },
    picture: Math.floor((Date.now() - FIRST_DAY_MS) / config.frameMs) % 2 ** 32,
  };
  const paint = setInterval(() => {
    desk.picture = (desk.picture + 1) % 2 ** 32;
  }, config.frameMs);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_048_576 });
  const server = createServer((request, response) => {
    serve(desk, request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => upgrade(desk, sockets, request, socket, head));
  await listen(server, config);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host}:${port}`,
    [Symbol.asyncDispose]: async () => {
      clearInterval(paint);
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
}

function upgrade(
  desk: Desk,
  sockets: WebSocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  socket.on('error', () => socket.destroy());
  const refused = desk.behaviour === 'refusing' ? 503 : request.url === '/websockify' ? undefined : 404;
  if (refused !== undefined) {
    socket.end(`HTTP/1.1 ${refused} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    return;
  }
  sockets.handleUpgrade(request, socket, head, (client) => serveSession(desk, client, request));
}

async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const say = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (request.url === '/health') return void say(200, { status: 'ok' });
  if (!request.url?.startsWith('/control/')) return void say(404, { error: 'not found' });
  if (request.headers.authorization !== `Bearer ${desk.config.controlToken}`) {
    return void say(401, { error: 'the control API needs its bearer token' });
  }
  switch (`${request.method} ${request.url}`) {
    case 'GET /control/journal':
      return void say(200, journalOf(desk));
    case 'DELETE /control/journal':
      desk.journal.forget();
      desk.input.forget();
      desk.behaviour = 'sound';
      return void say(200, { cleared: true });
    case 'PUT /control/behaviour': {
      const { behaviour } = Object(parse(await textOf(request)));
      if (!isBehaviour(behaviour)) return void say(400, { error: `no behaviour: ${behaviour}` });
      desk.behaviour = behaviour;
      return void say(200, { behaviour });
    }
    default:
      return void say(404, { error: 'not found' });
  }
}

function journalOf({ journal, input, picture, behaviour }: Desk) {
  return { sessions: journal.read(), keys: input.keys, keysDown: input.keysDown(), picture, behaviour };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (chunks.length < 16) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
