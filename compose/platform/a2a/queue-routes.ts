import type { FastifyInstance } from 'fastify';
import { authorizeAdmin } from '../auth/admin-auth.ts';
import { bearerOf } from '../auth/bearer.ts';
import { guarded, open } from '../http/guarded.ts';
import { header, pathParameter, queryParameter } from '../http/parameters.ts';
import type { Platform } from '../platform.ts';
import { dropStale } from './drop-stale.ts';
import { queueStatus } from './queue-status.ts';

/** Mounts what may be asked of the queue, and the admin's way to empty it (B). */
export function registerQueueRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/workspaces/:id/a2a/queue/:queue_id',
    open((request) =>
      queueStatus(platform, pathParameter(request, 'queue_id'), {
        claimedId: header(request, 'x-workspace-id'),
        bearer: bearerOf(request),
      }),
    ),
  );
  app.post(
    '/admin/a2a-queue/drop-stale',
    guarded(
      (request) => authorizeAdmin(platform, request),
      (request) =>
        dropStale(
          platform,
          queryParameter(request, 'max_age_minutes'),
          queryParameter(request, 'workspace_id'),
        ),
    ),
  );
}
