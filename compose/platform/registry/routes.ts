import type { FastifyInstance } from 'fastify';
import { bearerOf } from '../auth/bearer.ts';
import { objectBody } from '../http/body.ts';
import { send } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { heartbeat } from './heartbeat.ts';
import { register } from './register.ts';
import { updateCard } from './update-card.ts';

/** Mounts register, heartbeat and update-card; each checks its caller itself (E.1, E.2). */
export function registerRegistryRoutes(app: FastifyInstance, platform: Platform): void {
  for (const [path, handle] of [
    ['/registry/register', register],
    ['/registry/heartbeat', heartbeat],
    ['/registry/update-card', updateCard],
  ] as const) {
    app.post(path, async (request, reply) =>
      send(reply, await handle(platform, objectBody(request.body), bearerOf(request))),
    );
  }
}
