import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorizeAdmin } from '../auth/admin-auth.ts';
import { authorizeWorkspace } from '../auth/workspace-auth.ts';
import { failBootstrap } from '../control-plane/bootstrap-failed.ts';
import { consoleOutput } from '../control-plane/console.ts';
import { objectBody } from '../http/body.ts';
import { guarded, type Work } from '../http/guarded.ts';
import { pathId, queryParameter } from '../http/parameters.ts';
import type { Platform } from '../platform.ts';
import { hibernateWorkspace } from './hibernate.ts';
import { pauseWorkspace, resumeWorkspace } from './pause.ts';
import { restartRequest } from './restart.ts';

/** Mounts restart, pause, resume and hibernate, and what a control plane says and shows of an instance (F.5, F.6). */
export function registerLifecycleRoutes(app: FastifyInstance, platform: Platform): void {
  const admin = (work: Work) => guarded((request) => authorizeAdmin(platform, request), work);
  const member = (work: Work) =>
    guarded((request) => authorizeWorkspace(platform, request, pathId(request)), work);
  app.post(
    '/workspaces/:id/restart',
    member((request) => restartRequest(platform, pathId(request), wantsReset(request))),
  );
  app.post(
    '/workspaces/:id/pause',
    member((request) => pauseWorkspace(platform, pathId(request))),
  );
  app.post(
    '/workspaces/:id/resume',
    member((request) => resumeWorkspace(platform, pathId(request))),
  );
  app.post(
    '/workspaces/:id/hibernate',
    member((request) => hibernateWorkspace(platform, pathId(request), isTrue(request, 'force'))),
  );
  app.post(
    '/admin/workspaces/:id/bootstrap-failed',
    admin((request) => failBootstrap(platform, pathId(request), objectBody(request.body))),
  );
  app.get(
    '/workspaces/:id/console',
    admin((request) => consoleOutput(platform, pathId(request))),
  );
}

function wantsReset(request: FastifyRequest): boolean {
  return isTrue(request, 'reset') || objectBody(request.body)?.reset === true;
}

function isTrue(request: FastifyRequest, name: string): boolean {
  return queryParameter(request, name) === 'true';
}
