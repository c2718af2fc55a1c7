import { randomUUID } from 'node:crypto';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { registerQueueRoutes } from './a2a/queue-routes.ts';
import { registerA2aRoute } from './a2a/route.ts';
import { registerActivityRoutes } from './activity/routes.ts';
import { registerTokenRoutes } from './auth/routes.ts';
import { messageOf } from './background.ts';
import { registerChatRoutes } from './chat/routes.ts';
import { registerClockRoute } from './clock-route.ts';
import { registerDelegationRoutes } from './delegation/routes.ts';
import { registerDisplayRoutes } from './display/routes.ts';
import { registerEventRoutes } from './events/routes.ts';
import { registerFileRoutes } from './files/routes.ts';
import { readBody } from './http/body.ts';
import { buildInfo } from './http/build-info.ts';
import { applyCors } from './http/cors.ts';
import { registerMetrics } from './http/metrics.ts';
import { createRateLimiter } from './http/rate-limit.ts';
import { refuse, send, sendJson } from './http/reply.ts';
import { securityHeaders } from './http/security-headers.ts';
import { checkTenant } from './http/tenant-guard.ts';
import { registerUnbuiltRoutes } from './http/unbuilt.ts';
import type { Platform } from './platform.ts';
import { registerRegistryRoutes } from './registry/routes.ts';
import { registerSecretRoutes } from './secrets/routes.ts';
import { registerLifecycleRoutes } from './workspaces/lifecycle-routes.ts';
import { registerWorkspaceRoutes } from './workspaces/routes.ts';

/** The HTTP face of the platform: global layers in the order of 0.1, then the routes. Not listening yet. */
export function createApp(platform: Platform): FastifyInstance {
  const app = Fastify({
    loggerInstance: platform.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: (request) => requestId(request.headers['x-request-id']),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 1000 },
  });
  acceptAnyBody(app);
  addLayers(app, platform);
  app.get('/health', (_request, reply) => sendJson(reply, { status: 'ok' }));
  if (platform.rules.hasBuildInfo) {
    app.get('/buildinfo', (_request, reply) => sendJson(reply, buildInfo(platform)));
  }
  registerMetrics(app, platform);
  registerA2aRoute(app, platform);
  registerQueueRoutes(app, platform);
  registerWorkspaceRoutes(app, platform);
  registerLifecycleRoutes(app, platform);
  registerRegistryRoutes(app, platform);
  registerActivityRoutes(app, platform);
  registerDelegationRoutes(app, platform);
  registerChatRoutes(app, platform);
  registerEventRoutes(app, platform);
  registerFileRoutes(app, platform);
  registerSecretRoutes(app, platform);
  registerTokenRoutes(app, platform);
  registerDisplayRoutes(app, platform);
  registerUnbuiltRoutes(app, platform);
  registerClockRoute(app, platform);
  return app;
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\x21-\x7e]{1,128}$/.test(given) ? given : randomUUID();
}

/** A body is bytes, whatever its content type says; a body that breaks off is `undefined`. */
function acceptAnyBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', async (_request: FastifyRequest, payload: FastifyRequest['raw']) =>
    readBody(payload).catch(() => undefined),
  );
}

function addLayers(app: FastifyInstance, platform: Platform): void {
  const limited = createRateLimiter(platform.config.rateLimit, platform.clock);
  app.addHook('onRequest', async (request, reply) => {
    request.raw.headers['content-type'] = 'application/octet-stream';
    const early = applyCors(platform.config, request, reply) ?? limited(request, reply);
    if (early) return send(reply, early);
    reply.header('x-request-id', request.id).headers(securityHeaders());
    const stranger = checkTenant(platform, request);
    return stranger && send(reply, stranger);
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/plain').send('404 page not found'));
  app.setErrorHandler((error, request, reply) => {
    request.log.error({ reason: messageOf(error), path: request.routeOptions.url }, 'request failed');
    const status = errorStatus(error);
    return send(reply, refuse(status, status === 500 ? 'internal error' : messageOf(error)));
  });
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.url === '/workspaces/:id/a2a') return;
    request.log.info(
      { method: request.method, path: request.url.split('?')[0], status: reply.statusCode },
      'served',
    );
  });
}

function errorStatus(error: unknown): number {
  const status = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
