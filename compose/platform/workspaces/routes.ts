import type { FastifyInstance, FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import { authorizeAdmin } from '../auth/admin-auth.ts';
import { bearerOf } from '../auth/bearer.ts';
import { issueToken } from '../auth/tokens.ts';
import { authorizeWorkspace } from '../auth/workspace-auth.ts';
import { objectBody } from '../http/body.ts';
import { guarded, open, type Work } from '../http/guarded.ts';
import { baseUrl, header, isUuid, pathId, queryParameter } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { patchAbilities } from './abilities.ts';
import { patchBudget, readBudget } from './budget.ts';
import { createWorkspace } from './create.ts';
import { type DeleteOrder, deleteWorkspace } from './delete.ts';
import { patchWorkspace } from './patch.ts';
import { listWorkspaces, readWorkspace, workspaceState } from './read.ts';

/** Mounts create, read, list, state, patch and delete of workspaces, and the admin's way to a token (F, H.1). */
export function registerWorkspaceRoutes(app: FastifyInstance, platform: Platform): void {
  const admin = (work: Work) => guarded((request) => authorizeAdmin(platform, request), work);
  const member = (work: Work) =>
    guarded((request) => authorizeWorkspace(platform, request, pathId(request)), work);
  app.post(
    '/workspaces',
    admin((request) =>
      createWorkspace(platform, objectBody(request.body), baseUrl(platform.config, request)),
    ),
  );
  app.get(
    '/workspaces',
    admin(() => listWorkspaces(platform)),
  );
  app.get(
    '/workspaces/:id',
    open((request) => readWorkspace(platform, pathId(request), wantsRemoved(request))),
  );
  app.get(
    '/workspaces/:id/state',
    member((request) => workspaceState(platform, pathId(request), bearerOf(request))),
  );
  app.patch(
    '/workspaces/:id',
    member((request) => patchWorkspace(platform, pathId(request), objectBody(request.body))),
  );
  app.get(
    '/workspaces/:id/budget',
    member((request) => readBudget(platform, pathId(request))),
  );
  app.patch(
    '/workspaces/:id/budget',
    admin((request) => patchBudget(platform, pathId(request), objectBody(request.body))),
  );
  app.delete(
    '/workspaces/:id',
    admin((request) => deleteWorkspace(platform, pathId(request), deleteOrder(request))),
  );
  if (platform.rules.hasAbilities) {
    app.patch(
      '/workspaces/:id/abilities',
      admin((request) => patchAbilities(platform, pathId(request), objectBody(request.body))),
    );
  }
  if (platform.rules.mintsTokens) {
    app.post(
      '/admin/workspaces/:id/tokens',
      admin((request) => mintToken(platform, pathId(request))),
    );
  }
}

function wantsRemoved(request: FastifyRequest): boolean {
  return queryParameter(request, 'include_removed') === 'true';
}

/** What a request to delete asks for (F.4). */
export const deleteOrder = seam('platform.deleteOrder', orderOf);

function orderOf(request: FastifyRequest): DeleteOrder {
  return {
    confirm: queryParameter(request, 'confirm') === 'true',
    purge: queryParameter(request, 'purge') === 'true',
    eraseData: queryParameter(request, 'erase_data') === 'true',
    // Header bytes arrive as Latin-1; names are UTF-8.
    confirmName: Buffer.from(header(request, 'x-confirm-name'), 'latin1').toString(),
  };
}

/** `POST /admin/workspaces/:id/tokens` (H.1): one more token of a workspace, shown this once. */
export const mintToken = seam('platform.mintToken', mint);

async function mint(platform: Platform, id: string): Promise<Outcome> {
  const sql = `SELECT 1 FROM workspaces WHERE id = $1 AND status <> 'removed'`;
  const found = isUuid(id) ? await platform.database.query('mint-check', sql, [id]) : [];
  if (found.length === 0) return refuse(404, 'workspace not found');
  const token = await issueToken(platform.database, id);
  const message = 'the token is shown once, keep it';
  return { status: 201, body: { auth_token: token, workspace_id: id, message } };
}
