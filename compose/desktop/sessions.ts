import type { IncomingMessage } from 'node:http';
import type { RawData, WebSocket } from 'ws';
import { seam } from '../seam.ts';
import type { Behaviour } from './behaviour.ts';
import type { Config } from './config.ts';
import type { Input } from './input.ts';
import type { Journal, SessionEntry } from './journal.ts';
import { openRfbSession, type RfbSession } from './rfb-session.ts';

/** The desktop that all sessions see. */
export interface Desk {
  readonly config: Config;
  readonly input: Input;
  readonly journal: Journal;
  behaviour: Behaviour;
  /** The number of the last picture. */
  picture: number;
}

const FLOOD_BYTES = 65_536;
const FLOOD_TIMES = 64;

/** Serves one socket until it closes. */
export function serveSession(desk: Desk, socket: WebSocket, request: IncomingMessage): void {
  const entry = desk.journal.open(request.url ?? '', textOf(request.headers));
  socket.on('error', () => socket.terminate());
  const timers: NodeJS.Timeout[] = [];
  socket.once('close', () => {
    entry.closedAt = new Date().toISOString();
    for (const timer of timers) clearInterval(timer);
  });
  const heartbeat = startHeartbeat(desk.config, socket, entry);
  if (heartbeat) timers.push(heartbeat);
  if (desk.behaviour === 'silent') return;
  if (desk.behaviour === 'garbage') {
    socket.send(Buffer.from('this is no desktop\r\n\r\n'));
    return;
  }
  const session = sessionOn(desk, socket, entry);
  if (desk.behaviour === 'flood') {
    flood(socket);
    return;
  }
  socket.on('message', (data) => session.take(bytesOf(data)));
  timers.push(setInterval(() => tick(desk, session, entry), desk.config.frameMs));
}

/** Pings, so that nobody on the way takes a session for an idle one. */
export const startHeartbeat = seam('desktop.heartbeat', beat);

function beat({ heartbeatMs }: Config, socket: WebSocket, entry: SessionEntry): NodeJS.Timeout | undefined {
  if (heartbeatMs === 0) return undefined;
  socket.on('pong', () => {
    entry.pongs += 1;
  });
  return setInterval(() => {
    entry.pings += 1;
    socket.ping();
  }, heartbeatMs);
}

function sessionOn(desk: Desk, socket: WebSocket, entry: SessionEntry): RfbSession {
  return openRfbSession({
    size: desk.config,
    scene: () => desk.input.scene(desk.picture),
    send: (bytes) => socket.send(bytes),
    giveUp: (why) => {
      entry.gaveUp ??= why;
      socket.close(1002, 'no RFB');
    },
    onStage: (stage) => {
      entry.stage = stage;
    },
    onMessage: (message) => {
      if (message.kind === 'key') desk.input.key(message.keysym, message.down);
      if (message.kind === 'pointer') desk.input.pointer(message.x, message.y, message.buttons);
      if (message.kind === 'resize') entry.resizeRequests += 1;
      if (message.kind === 'update') entry.wantsAll ||= !message.isIncremental;
    },
  });
}

function tick(desk: Desk, session: RfbSession, entry: SessionEntry): void {
  if (desk.behaviour === 'stalled') return;
  if (desk.behaviour === 'still' && !entry.wantsAll) return;
  if (session.tick()) {
    entry.pictures += 1;
    entry.wantsAll = false;
  }
}

function flood(socket: WebSocket): void {
  for (let sent = 0; sent < FLOOD_TIMES; sent += 1) socket.send(Buffer.alloc(FLOOD_BYTES, 0xff));
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}

function textOf(headers: IncomingMessage['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
