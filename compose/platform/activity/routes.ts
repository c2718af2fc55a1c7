import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorizeWorkspace } from '../auth/workspace-auth.ts';
import { objectBody } from '../http/body.ts';
import { guarded } from '../http/guarded.ts';
import { baseUrl, pathId, queryParameter } from '../http/parameters.ts';
import type { Outcome } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { createActivity } from './create.ts';
import type { ActivityParameters } from './filter.ts';
import { listActivity } from './list.ts';
import { notify } from './notify.ts';

/** Mounts the activity log and notify, both behind WorkspaceAuth (C.1–C.3). */
export function registerActivityRoutes(app: FastifyInstance, platform: Platform): void {
  const member = (work: (request: FastifyRequest, id: string) => Promise<Outcome>) =>
    guarded(
      (request) => authorizeWorkspace(platform, request, pathId(request)),
      (request) => work(request, pathId(request)),
    );
  app.get(
    '/workspaces/:id/activity',
    member((request, id) => listActivity(platform, id, parametersOf(platform, request))),
  );
  app.post(
    '/workspaces/:id/activity',
    member((request, id) => createActivity(platform, id, objectBody(request.body))),
  );
  app.post(
    '/workspaces/:id/notify',
    member((request, id) => notify(platform, id, objectBody(request.body))),
  );
}

function parametersOf(platform: Platform, request: FastifyRequest): ActivityParameters {
  const read = (name: string) => queryParameter(request, name);
  return {
    type: read('type'),
    source: read('source'),
    limit: read('limit'),
    since_secs: read('since_secs'),
    since_id: read('since_id'),
    peer_id: read('peer_id'),
    before_ts: read('before_ts'),
    include: read('include'),
    base: baseUrl(platform.config, request),
  };
}
