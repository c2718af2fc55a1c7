import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyRequest, LightMyRequestResponse } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import { seam } from '../../seam.ts';
import { canCommunicate } from '../a2a/hierarchy.ts';
import { bearerOf } from '../auth/bearer.ts';
import { hasLiveToken, validateToken } from '../auth/tokens.ts';
import { messageOf } from '../background.ts';
import { isSession } from '../display/session.ts';
import { header, isUuid } from '../http/parameters.ts';
import { type Refusal, refuse, send } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { type PlatformEvent, socketMessage } from './broadcaster.ts';

const MAX_BUFFERED_EVENTS = 256;

/** Mounts `GET /ws` (C.4). The upgrade runs through the app, so that every global layer sees it first. */
export function registerWebSocket(app: FastifyInstance, platform: Platform): void {
  const server = new WebSocketServer({ noServer: true, maxPayload: 65_536 });
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (platform.rules.controlsDisplay && isSession(request.url ?? '')) return;
    socket.on('error', () => socket.destroy());
    platform.background.start('websocket upgrade', () =>
      upgrade(app, platform, server, request, socket, head),
    );
  });
  app.get('/ws', async (request, reply) => {
    const refused = await checkSocket(platform, request);
    return send(reply, refused ?? refuse(400, 'websocket upgrade required'));
  });
  app.addHook('preClose', async () => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
}

/** A 400 of the app means that only the upgrade is missing. */
async function upgrade(
  app: FastifyInstance,
  platform: Platform,
  server: WebSocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  const answer = await askApp(app, request);
  if (answer.statusCode !== 400 || !answer.body.includes('websocket upgrade required')) {
    return refuseUpgrade(
      socket,
      answer.statusCode,
      String(answer.headers['content-type'] ?? ''),
      answer.body,
    );
  }
  server.handleUpgrade(request, socket, head, (client) => {
    subscribe(platform, client, String(request.headers['x-workspace-id'] ?? ''));
  });
}

/** What the app would answer to this request as a plain GET. */
export function askApp(
  app: FastifyInstance,
  { headers, url }: IncomingMessage,
): Promise<LightMyRequestResponse> {
  const { upgrade: _upgrade, connection: _connection, ...kept } = headers;
  return app.inject({ method: 'GET', url: url ?? '/', headers: kept as Record<string, string> });
}

/** Answers to a request for an upgrade as to any other, and closes. */
export function refuseUpgrade(socket: Duplex, status: number, contentType: string, body: string): void {
  const type = contentType === '' ? '' : `Content-Type: ${contentType}\r\n`;
  const head = `HTTP/1.1 ${status} Refused\r\nConnection: close\r\n${type}`;
  socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** A socket that names a workspace needs that workspace's own bearer once it has a live token. */
export const checkSocket = seam('platform.checkSocket', refuseSocket);

async function refuseSocket(platform: Platform, request: FastifyRequest): Promise<Refusal | undefined> {
  const workspaceId = header(request, 'x-workspace-id');
  if (workspaceId === '') return undefined;
  if (!isUuid(workspaceId)) return refuse(500, 'auth check failed');
  try {
    if (!(await hasLiveToken(platform.database, workspaceId))) return undefined;
    const bearer = bearerOf(request);
    if (bearer === '') return refuse(401, 'missing workspace auth token');
    const own = await validateToken(platform.database, bearer, workspaceId);
    return own ? undefined : refuse(401, 'invalid workspace auth token');
  } catch {
    return refuse(500, 'auth check failed');
  }
}

/** A canvas socket hears everything, an agent's socket what its hierarchy allows; in order, never more than 256 late. */
function subscribe(platform: Platform, client: WebSocket, workspaceId: string): void {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  const forget = platform.broadcaster.onAny((event) => {
    if (waiting >= MAX_BUFFERED_EVENTS) return;
    waiting++;
    last = last
      .then(() => forward(platform, client, workspaceId, event))
      .catch((error) => platform.log.warn({ reason: messageOf(error) }, 'event not sent'))
      .finally(() => waiting--);
  });
  client.on('close', forget);
  client.on('error', () => client.terminate());
}

async function forward(
  platform: Platform,
  client: WebSocket,
  workspaceId: string,
  event: PlatformEvent,
): Promise<void> {
  if ((await hears(platform, workspaceId, event)) && client.readyState === client.OPEN) {
    await new Promise<void>((resolve) => client.send(socketMessage(event), () => resolve()));
  }
}

/** Whether the socket of a workspace hears an event; that of a canvas, which names none, hears all of them. */
export const hears = seam('platform.hears', isRelation);

async function isRelation(platform: Platform, workspaceId: string, event: PlatformEvent): Promise<boolean> {
  if (workspaceId === '') return true;
  return canCommunicate(platform.database, platform.rules, workspaceId, event.workspaceId);
}
