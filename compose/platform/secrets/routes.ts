import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorizeAdmin } from '../auth/admin-auth.ts';
import { bearerOf } from '../auth/bearer.ts';
import { authorizeWorkspace } from '../auth/workspace-auth.ts';
import { objectBody } from '../http/body.ts';
import { guarded, type Work } from '../http/guarded.ts';
import { isUuid, pathId, pathParameter } from '../http/parameters.ts';
import { isRefusal, type Outcome, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { checkRegistryToken } from '../registry/token-gate.ts';
import { deleteGlobalSecret, listGlobalSecrets, saveGlobalSecret } from './global-secrets.ts';
import { readModel, saveModel } from './model.ts';
import { deleteSecret, listSecrets, saveSecret, secretValues } from './workspace-secrets.ts';

/** Mounts secrets and model of a workspace behind WorkspaceAuth, and everybody's secrets behind AdminAuth (F.7). */
export function registerSecretRoutes(app: FastifyInstance, platform: Platform): void {
  const member = (work: (id: string, request: FastifyRequest) => Promise<Outcome>) =>
    guarded(
      (request) => authorizeWorkspace(platform, request, pathId(request)),
      (request) => work(pathId(request), request),
    );
  const secrets = '/workspaces/:id/secrets';
  const save = member((id, request) => saveSecret(platform, id, objectBody(request.body)));
  app.get(
    secrets,
    member((id) => listSecrets(platform, id)),
  );
  app.post(secrets, save).put(secrets, save);
  app.get(
    `${secrets}/values`,
    member((id, request) => ownValues(platform, id, bearerOf(request))),
  );
  app.delete(
    `${secrets}/:key`,
    member((id, request) => deleteSecret(platform, id, pathParameter(request, 'key'))),
  );
  app.get(
    '/workspaces/:id/model',
    member((id) => readModel(platform, id)),
  );
  app.put(
    '/workspaces/:id/model',
    member((id, request) => saveModel(platform, id, objectBody(request.body))),
  );
  for (const base of ['/settings/secrets', '/admin/secrets']) registerGlobal(app, platform, base);
}

/** The bearer is looked at once more: a workspace with a live token shows its values to itself alone (F.3). */
async function ownValues(platform: Platform, id: string, bearer: string): Promise<Outcome> {
  if (!isUuid(id)) return refuse(500, 'auth check failed');
  const gate = await checkRegistryToken(platform.database, id, bearer);
  return isRefusal(gate) ? gate : secretValues(platform, id);
}

function registerGlobal(app: FastifyInstance, platform: Platform, base: string): void {
  const admin = (work: Work) => guarded((request) => authorizeAdmin(platform, request), work);
  const save = admin((request) => saveGlobalSecret(platform, objectBody(request.body)));
  app.get(
    base,
    admin(() => listGlobalSecrets(platform)),
  );
  app.post(base, save).put(base, save);
  app.delete(
    `${base}/:key`,
    admin((request) => deleteGlobalSecret(platform, pathParameter(request, 'key'))),
  );
}
