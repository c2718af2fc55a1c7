import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bearerOf } from '../auth/bearer.ts';
import { BODY_CAP_BYTES } from '../http/body.ts';
import { header, pathId } from '../http/parameters.ts';
import { type Answer, refusal } from '../http/reply.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import { checkBudget } from './budget.ts';
import type { Call, Reply } from './call.ts';
import { checkCallerToken, checkReservedCaller, identifyCaller, isCanvasUser } from './caller.ts';
import { deliver } from './deliver.ts';
import { checkHierarchy } from './hierarchy.ts';
import { forwardBody, normalise } from './normalise.ts';
import { pollShortCircuit } from './poll.ts';
import { resolveUrl } from './resolve.ts';
import { requestSignal } from './scope.ts';
import { lookUpTarget } from './target.ts';
import { parseTimeoutHeaderMs } from './timeouts.ts';

/** Of a method name, which may be as long as a body. */
const LOGGED_CHARACTERS = 100;

/** Mounts the proxy: `POST /workspaces/:id/a2a` (A). */
export function registerA2aRoute(app: FastifyInstance, platform: Platform): void {
  app.post('/workspaces/:id/a2a', async (request, reply) => {
    const answer = await proxy(platform, request, reply);
    request.log.info({ status: answer.status, bytes: Buffer.byteLength(answer.body) }, 'replied');
    if (answer.headers) reply.headers(answer.headers);
    // Set past the framework, which refuses the codes above 599 that an agent may answer with.
    reply.raw.statusCode = answer.status;
    // As bytes: to a string the framework would add a charset that the contract does not have here.
    return reply.type(answer.contentType).send(Buffer.from(answer.body));
  });
}

/** Steps 1 to 11 of A.1, in this order. */
async function proxy(platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<Reply> {
  const body = request.body;
  if (!Buffer.isBuffer(body)) return made(refusal(400, 'failed to read request body'));
  const call = await open(platform, request, reply);
  request.log.info(
    { workspaceId: call.targetId, caller: call.caller.id || 'canvas', bytes: body.length },
    'received',
  );
  const stranger = await refuseCaller(call, bearerOf(request));
  if (stranger) return refuse(call, stranger);
  const lookup = await lookUpTarget(platform, call.targetId, call.signal);
  const overBudget = lookup.kind === 'found' ? await checkBudget(platform, lookup.target) : undefined;
  if (overBudget) return refuse(call, overBudget);
  const normalised = normalise(body.subarray(0, BODY_CAP_BYTES), platform.rules, platform.newId);
  if (normalised.refused) return refuse(call, normalised.refused);
  if (lookup.kind === 'ended') return refuse(call, lookupEnded(platform));
  const target = lookup.kind === 'found' ? lookup.target : undefined;
  const { payload, method } = normalised;
  const message = { ...call, target, payload, method, bytes: forwardBody(payload) };
  request.log.info({ method: method.slice(0, LOGGED_CHARACTERS), bytes: message.bytes.length }, 'normalised');
  const queued = await pollShortCircuit(message);
  if (queued)
    return queued.status === 200 ? { ...made(queued), contentType: 'application/json' } : made(queued);
  const route = await resolveUrl(platform, lookup);
  if (route.refused) return refuse(call, route.refused);
  return deliver({ ...message, target: route.target, url: route.url });
}

/** Steps 1 and 3. */
async function open(platform: Platform, request: FastifyRequest, reply: FastifyReply): Promise<Call> {
  const deadlineMs = parseTimeoutHeaderMs(header(request, 'x-timeout'));
  const signal = requestSignal(reply, deadlineMs, platform.clock);
  return {
    platform,
    log: request.log,
    targetId: pathId(request),
    caller: await identifyCaller(platform, header(request, 'x-workspace-id'), bearerOf(request)),
    signal,
    hasDeadline: deadlineMs !== undefined,
    startedMs: platform.clock.nowMs(),
  };
}

/** Steps 4 to 6; the canvas, and a workspace that writes to itself, need neither token nor relation. */
async function refuseCaller(call: Call, bearer: string): Promise<Answer | undefined> {
  const { platform, caller, targetId } = call;
  const reserved = checkReservedCaller(caller.id);
  if (reserved) return reserved;
  if (caller.id === '' || caller.id === targetId) return undefined;
  if (await isCanvasUser(platform, bearer)) return undefined;
  const foreign = await checkCallerToken(platform, caller.id, bearer);
  return foreign ?? checkHierarchy(platform.database, platform.rules, caller.id, targetId);
}

function lookupEnded(platform: Platform): Answer {
  if (!platform.rules.cancelledLookupIs503) return refusal(500, 'lookup failed');
  return refusal(503, 'delivery-mode lookup failed; refusing to dispatch to avoid silent misrouting');
}

function refuse(call: Call, answer: Answer): Reply {
  const { body, status } = answer;
  call.log.info({ status, reason: body }, 'refused');
  return made(answer);
}

/** A reply that the platform wrote itself. */
function made(answer: Answer): Reply {
  const { status, headers } = answer;
  const contentType = 'application/json; charset=utf-8';
  return { status, body: jsonText(answer.body), contentType, ...(headers ? { headers } : {}) };
}
