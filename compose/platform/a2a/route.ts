import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bearerOf } from '../auth/bearer.ts';
import { header, pathId } from '../http/parameters.ts';
import type { Platform } from '../platform.ts';
import type { Call } from './call.ts';
import { proxy } from './proxy.ts';
import { requestSignal } from './scope.ts';
import { parseTimeoutHeaderMs } from './timeouts.ts';

/** Mounts the proxy: `POST /workspaces/:id/a2a` (A). */
export function registerA2aRoute(app: FastifyInstance, platform: Platform): void {
  app.post('/workspaces/:id/a2a', async (request, reply) => {
    const answer = await proxy(opened(platform, request, reply));
    request.log.info({ status: answer.status, bytes: Buffer.byteLength(answer.body) }, 'replied');
    if (answer.headers) reply.headers(answer.headers);
    // Set past the framework, which refuses the codes above 599 that an agent may answer with.
    reply.raw.statusCode = answer.status;
    // As bytes: to a string the framework would add a charset that the contract does not have here.
    return reply.type(answer.contentType).send(Buffer.from(answer.body));
  });
}

function opened(platform: Platform, request: FastifyRequest, reply: FastifyReply): Call {
  const deadlineMs = parseTimeoutHeaderMs(header(request, 'x-timeout'));
  return {
    platform,
    log: request.log,
    targetId: pathId(request),
    claimedId: header(request, 'x-workspace-id'),
    bearer: bearerOf(request),
    cookie: header(request, 'cookie'),
    body: request.body,
    signal: requestSignal(reply, deadlineMs, platform.clock),
    hasDeadline: deadlineMs !== undefined,
    startedMs: platform.clock.nowMs(),
  };
}
