import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bearerOf } from '../auth/bearer.ts';
import { header, pathId } from '../http/parameters.ts';
import { isRefusal, type Refusal } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import type { Call, RoutedCall } from './call.ts';
import { deliver } from './deliver.ts';
import { made, type Reply } from './reply.ts';
import { requestSignal } from './scope.ts';
import {
  budget,
  caller,
  callerToken,
  exemption,
  hierarchy,
  lookup,
  message,
  poll,
  reserved,
  target,
  url,
  wholeBody,
} from './steps.ts';
import { parseTimeoutHeaderMs } from './timeouts.ts';

/** What a step adds to the call for those after it; one with a reply is the last. */
interface Growth extends Partial<RoutedCall> {
  readonly reply?: Reply;
}

/** One line of A.1: gives what it found out, undefined when all is well, or refuses. */
type Step = (call: RoutedCall) => Awaitable<Growth | Refusal | undefined>;
type Awaitable<T> = T | Promise<T>;

/** The order of A.1, after the deadline was read and before the dispatch: the first step that refuses ends the call. */
const STEPS: readonly Step[] = [
  wholeBody, // 400
  caller,
  reserved, // 403
  exemption,
  callerToken, // 401
  hierarchy, // 403
  lookup,
  budget, // 402
  message, // 400
  target, // 404, 500, 503
  poll, // 200 queued, 503
  url, // 502, 503
];

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

async function proxy(came: Call): Promise<Reply> {
  // Each step asks for no more than those before it have added, which only the order of the list can say.
  let call = came as RoutedCall;
  for (const step of STEPS) {
    const result = await step(call);
    if (isRefusal(result)) return refused(call, result);
    if (result?.reply) return result.reply;
    call = { ...call, ...result };
  }
  return deliver(call);
}

function opened(platform: Platform, request: FastifyRequest, reply: FastifyReply): Call {
  const deadlineMs = parseTimeoutHeaderMs(header(request, 'x-timeout'));
  return {
    platform,
    log: request.log,
    targetId: pathId(request),
    claimedId: header(request, 'x-workspace-id'),
    bearer: bearerOf(request),
    body: request.body,
    signal: requestSignal(reply, deadlineMs, platform.clock),
    hasDeadline: deadlineMs !== undefined,
    startedMs: platform.clock.nowMs(),
  };
}

function refused(call: Call, refusal: Refusal): Reply {
  const { status, body } = refusal.refused;
  call.log.info({ status, reason: body }, 'refused');
  return made(refusal);
}
