import type { FastifyInstance } from 'fastify';
import { authorizeWorkspace } from '../auth/workspace-auth.ts';
import { guarded } from '../http/guarded.ts';
import { pathId, queryParameter } from '../http/parameters.ts';
import type { Platform } from '../platform.ts';
import { chatHistory } from './history.ts';

/** Mounts the chat history, where there is one (D). */
export function registerChatRoutes(app: FastifyInstance, platform: Platform): void {
  if (!platform.rules.hasChatHistory) return;
  app.get(
    '/workspaces/:id/chat-history',
    guarded(
      (request) => authorizeWorkspace(platform, request, pathId(request)),
      (request) =>
        chatHistory(
          platform,
          pathId(request),
          queryParameter(request, 'limit'),
          queryParameter(request, 'before_ts'),
        ),
    ),
  );
}
