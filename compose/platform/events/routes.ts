import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform.ts';
import { registerEventStream } from './sse.ts';
import { registerWebSocket } from './websocket.ts';

/** Mounts both ways to hear events as they happen (C.4). */
export function registerEventRoutes(app: FastifyInstance, platform: Platform): void {
  registerWebSocket(app, platform);
  registerEventStream(app, platform);
}
