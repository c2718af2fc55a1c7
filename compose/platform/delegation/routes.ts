import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorizeWorkspace } from '../auth/workspace-auth.ts';
import { objectBody } from '../http/body.ts';
import { guarded } from '../http/guarded.ts';
import { pathId, pathParameter } from '../http/parameters.ts';
import type { Outcome } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { delegate } from './delegate.ts';
import { listDelegations } from './list.ts';
import { recordDelegation, reportDelegation } from './report.ts';

/** Mounts what one workspace asks of another, behind WorkspaceAuth (C.5). */
export function registerDelegationRoutes(app: FastifyInstance, platform: Platform): void {
  const member = (work: (request: FastifyRequest, id: string) => Promise<Outcome>) =>
    guarded(
      (request) => authorizeWorkspace(platform, request, pathId(request)),
      (request) => work(request, pathId(request)),
    );
  app.post(
    '/workspaces/:id/delegate',
    member((request, id) => delegate(platform, id, objectBody(request.body))),
  );
  app.get(
    '/workspaces/:id/delegations',
    member((_request, id) => listDelegations(platform, id)),
  );
  app.post(
    '/workspaces/:id/delegations/record',
    member((request, id) => recordDelegation(platform, id, objectBody(request.body))),
  );
  app.post(
    '/workspaces/:id/delegations/:delegation_id/update',
    member((request, id) =>
      reportDelegation(platform, id, pathParameter(request, 'delegation_id'), objectBody(request.body)),
    ),
  );
}
