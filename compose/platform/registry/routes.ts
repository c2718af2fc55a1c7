import type { FastifyInstance } from 'fastify';
import { bearerOf } from '../auth/bearer.ts';
import { objectBody } from '../http/body.ts';
import { open } from '../http/guarded.ts';
import { header, pathId, queryParameter } from '../http/parameters.ts';
import { send } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { checkAccess } from './check-access.ts';
import { discover } from './discover.ts';
import { heartbeat } from './heartbeat.ts';
import { peers } from './peers.ts';
import { register } from './register.ts';
import { updateCard } from './update-card.ts';

/** Mounts what agents ask of the registry; each route checks its caller itself (E.1, E.2, E.4). */
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
  app.get(
    '/registry/discover/:id',
    open((request) =>
      discover(platform, pathId(request), header(request, 'x-workspace-id'), bearerOf(request)),
    ),
  );
  app.get(
    '/registry/:id/peers',
    open((request) =>
      peers(platform, pathId(request), queryParameter(request, 'q') ?? '', bearerOf(request)),
    ),
  );
  app.post(
    '/registry/check-access',
    open((request) => checkAccess(platform, objectBody(request.body))),
  );
}
