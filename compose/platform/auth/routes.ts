import type { FastifyInstance } from 'fastify';
import { objectBody } from '../http/body.ts';
import { guarded, open, type Work } from '../http/guarded.ts';
import { header, pathId, pathParameter } from '../http/parameters.ts';
import type { Platform } from '../platform.ts';
import { authorizeAdmin } from './admin-auth.ts';
import { offersTestToken, testToken } from './test-token.ts';
import {
  createOrgToken,
  createToken,
  listOrgTokens,
  listTokens,
  revokeOrgToken,
  revokeToken,
} from './token-lists.ts';
import { authorizeWorkspace } from './workspace-auth.ts';

/** Mounts the tokens of workspaces and of the organisation (0.2), and the way of tests to one where there is one (H.1). */
export function registerTokenRoutes(app: FastifyInstance, platform: Platform): void {
  const member = (work: Work) =>
    guarded((request) => authorizeWorkspace(platform, request, pathId(request)), work);
  const admin = (work: Work) => guarded((request) => authorizeAdmin(platform, request), work);
  app.get(
    '/workspaces/:id/tokens',
    member((request) => listTokens(platform, pathId(request))),
  );
  app.post(
    '/workspaces/:id/tokens',
    member((request) => createToken(platform, pathId(request))),
  );
  app.delete(
    '/workspaces/:id/tokens/:tokenId',
    member((request) => revokeToken(platform, pathId(request), pathParameter(request, 'tokenId'))),
  );
  app.get(
    '/org/tokens',
    admin(() => listOrgTokens(platform)),
  );
  app.post(
    '/org/tokens',
    admin((request) => createOrgToken(platform, objectBody(request.body))),
  );
  app.delete(
    '/org/tokens/:id',
    admin((request) => revokeOrgToken(platform, pathId(request))),
  );
  if (!offersTestToken(platform.rules)) return;
  app.get(
    '/admin/workspaces/:id/test-token',
    open((request) => testToken(platform, pathId(request), header(request, 'authorization'))),
  );
}
