import type { FastifyInstance } from 'fastify';
import { authorizeAdmin } from '../auth/admin-auth.ts';
import { guarded } from '../http/guarded.ts';
import { pathParameter, queryParameter } from '../http/parameters.ts';
import type { Platform } from '../platform.ts';
import { recordedEvents } from './recorded.ts';
import { registerEventStream } from './sse.ts';
import { registerWebSocket } from './websocket.ts';

/** Mounts both ways to hear events as they happen, and the admin's way to read them later (C.4). */
export function registerEventRoutes(app: FastifyInstance, platform: Platform): void {
  registerWebSocket(app, platform);
  registerEventStream(app, platform);
  for (const path of ['/events', '/events/:workspaceId'])
    app.get(
      path,
      guarded(
        (request) => authorizeAdmin(platform, request),
        (request) =>
          recordedEvents(
            platform,
            pathParameter(request, 'workspaceId') || undefined,
            queryParameter(request, 'limit'),
          ),
      ),
    );
}
