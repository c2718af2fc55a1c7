import { request as dial, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { askApp, refuseUpgrade } from '../events/websocket.ts';
import { isRefusal } from '../http/reply.ts';
import { jsonText } from '../json-text.ts';
import type { Display } from './display.ts';
import type { Lease } from './lease.ts';
import { admitSession, isSession, upstreamHeaders } from './session.ts';

/** So long a desktop has to begin to answer. */
const ANSWER_WITHIN_MS = 10_000;
const JSON_TYPE = 'application/json; charset=utf-8';

/** Hands the sockets of sessions on to the desktop; every global layer and the route see the request first. */
export function registerSessions(app: FastifyInstance, display: Display): void {
  const sockets = new Set<Duplex>();
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!isSession(request.url ?? '')) return;
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket));
    display.platform.background.start('display session', () => open(app, display, request, socket, head));
  });
  app.addHook('preClose', async () => {
    for (const socket of sockets) socket.destroy();
  });
}

async function open(
  app: FastifyInstance,
  display: Display,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  const { platform } = display;
  const answer = await askApp(app, request);
  if (answer.statusCode !== 426) {
    return refuseUpgrade(
      socket,
      answer.statusCode,
      String(answer.headers['content-type'] ?? ''),
      answer.body,
    );
  }
  const admitted = await admitSession(platform, request.url ?? '', offersOf(request));
  if (isRefusal(admitted)) {
    return refuseUpgrade(socket, admitted.refused.status, JSON_TYPE, jsonText(admitted.refused.body));
  }
  handOn(display, admitted, request, socket, head);
}

function offersOf({ headers }: IncomingMessage): string {
  return headers['sec-websocket-protocol'] ?? '';
}

/** Joins the client's socket and the desktop's, for as long as the lease lasts. */
function handOn(
  { platform, streams }: Display,
  { workspaceId, lease }: { readonly workspaceId: string; readonly lease: Lease },
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const fail = () =>
    refuseUpgrade(socket, 502, JSON_TYPE, jsonText({ error: 'display session proxy failed' }));
  const upstream = dial(`${platform.config.display.desktopUrl}/websockify`, {
    headers: upstreamHeaders(request),
  });
  const late = platform.clock.after(ANSWER_WITHIN_MS, () => upstream.destroy(new Error('no answer')));
  upstream.once('close', () => late.cancel());
  upstream.once('error', (error) => {
    platform.log.warn({ reason: error.message }, 'a desktop did not answer');
    fail();
  });
  upstream.once('response', (response) => {
    response.resume();
    refuseUpgrade(socket, 502, 'text/plain; charset=utf-8', 'the desktop refused the session');
  });
  upstream.once('upgrade', (response, other, rest) => {
    late.cancel();
    const end = () => {
      socket.destroy();
      other.destroy();
    };
    const forget = streams.watch(workspaceId, lease, end);
    other.on('error', end).once('close', end);
    socket.once('close', () => {
      forget();
      end();
    });
    socket.write(headOf(response));
    if (rest.length > 0) socket.write(rest);
    if (head.length > 0) other.write(head);
    other.pipe(socket).pipe(other);
  });
  socket.once('close', () => upstream.destroy());
  upstream.end();
}

function headOf({ rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []));
  return ['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n');
}
