import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authorizeWorkspace } from '../auth/workspace-auth.ts';
import { guarded, type Handler, open } from '../http/guarded.ts';
import { pathId, pathParameter } from '../http/parameters.ts';
import { send } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { download } from './download.ts';
import { uploadLimits } from './limits.ts';
import { ackPending, sendPending } from './pending-files.ts';
import { upload } from './upload.ts';

/** Mounts the files of chats (G), all behind WorkspaceAuth but what is told of their limits. */
export function registerFileRoutes(app: FastifyInstance, platform: Platform): void {
  const { rules } = platform;
  const member: Member = (work) => async (request, reply) => {
    const refused = await authorizeWorkspace(platform, request, pathId(request));
    return refused ? send(reply, refused) : work(platform, request, reply);
  };
  app.get('/workspaces/:id/chat/download', member(download));
  if (rules.hasUploadLimits)
    app.get(
      '/uploads/limits',
      open(async () => uploadLimits(rules)),
    );
  if (rules.keepsPendingUploads) registerPending(app, platform, member);
  // In a scope of its own: here a body stays a stream.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.post('/workspaces/:id/chat/uploads', member(upload));
  });
}

type Work = (platform: Platform, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;
type Member = (work: Work) => Handler;

function registerPending(app: FastifyInstance, platform: Platform, member: Member): void {
  const fileId = (request: FastifyRequest) => pathParameter(request, 'file_id');
  app.get(
    '/workspaces/:id/pending-uploads/:file_id/content',
    member((_platform, request, reply) => sendPending(platform, pathId(request), fileId(request), reply)),
  );
  app.post(
    '/workspaces/:id/pending-uploads/:file_id/ack',
    guarded(
      (request) => authorizeWorkspace(platform, request, pathId(request)),
      (request) => ackPending(platform, pathId(request), fileId(request)),
    ),
  );
}
