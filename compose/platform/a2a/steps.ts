/** The steps of A.1 between the deadline and the dispatch, one function each; their order stands in `proxy.ts`. */
import { BODY_CAP_BYTES } from '../http/body.ts';
import { isRefusal, type Refusal, refuse } from '../http/reply.ts';
import { checkBudget } from './budget.ts';
import type { Call, IdentifiedCall, JudgedCall, LookedUpCall, NormalisedCall, WholeCall } from './call.ts';
import { checkCallerToken, checkReservedCaller, identifyCaller, isCanvasUser } from './caller.ts';
import { checkHierarchy } from './hierarchy.ts';
import { forwardBody, normalise } from './normalise.ts';
import { pollShortCircuit } from './poll.ts';
import { made, PASSED_ON } from './reply.ts';
import { resolveUrl } from './resolve.ts';
import { lookUpTarget } from './target.ts';

/** Of a method name, which may be as long as a body. */
const LOGGED_CHARACTERS = 100;

/** Step 2. */
export function wholeBody({ body }: Call) {
  return Buffer.isBuffer(body) ? { body } : refuse(400, 'failed to read request body');
}

/** Step 3. */
export async function caller({ platform, log, targetId, claimedId, bearer, body }: WholeCall) {
  const found = await identifyCaller(platform, claimedId, bearer);
  log.info({ workspaceId: targetId, caller: found.id || 'canvas', bytes: body.length }, 'received');
  return { caller: found };
}

/** Step 4. */
export function reserved(call: IdentifiedCall): Refusal | undefined {
  return checkReservedCaller(call.caller.id);
}

/** The canvas, a workspace that writes to itself and a canvas user need neither token nor relation. */
export async function exemption({ platform, caller: { id }, targetId, bearer, cookie }: IdentifiedCall) {
  return { exempt: id === '' || id === targetId || (await isCanvasUser(platform, bearer, cookie)) };
}

/** Step 5. */
export async function callerToken(call: JudgedCall): Promise<Refusal | undefined> {
  return call.exempt ? undefined : checkCallerToken(call.platform, call.caller.id, call.bearer);
}

/** Step 6. */
export async function hierarchy({ exempt, platform, caller: { id }, targetId }: JudgedCall) {
  return exempt ? undefined : checkHierarchy(platform.database, platform.rules, id, targetId);
}

/** The one look-up that steps 7, 9 and 10 share. */
export async function lookup({ platform, targetId, signal }: JudgedCall) {
  return { found: await lookUpTarget(platform, targetId, signal) };
}

/** Step 7; a workspace that is not there has no budget. */
export async function budget({ platform, found }: LookedUpCall): Promise<Refusal | undefined> {
  return isRefusal(found) ? undefined : checkBudget(platform, found);
}

/** Step 8. */
export function message({ platform, body, log }: LookedUpCall) {
  const normalised = normalise(body.subarray(0, BODY_CAP_BYTES), platform.rules, platform.newId);
  if (isRefusal(normalised)) return normalised;
  const { payload, method } = normalised;
  const bytes = forwardBody(payload);
  log.info({ method: method.slice(0, LOGGED_CHARACTERS), bytes: bytes.length }, 'normalised');
  return { payload, method, bytes };
}

/** What the look-up refused counts from here on: a message that cannot be read is told of first. */
export function target({ found }: LookedUpCall) {
  return isRefusal(found) ? found : { target: found };
}

/** Step 9. */
export async function poll(call: NormalisedCall) {
  const queued = await pollShortCircuit(call);
  return queued && !isRefusal(queued) ? { reply: made(queued, PASSED_ON) } : queued;
}

/** Step 10. */
export async function url(call: NormalisedCall) {
  const resolved = await resolveUrl(call.platform, call.target);
  return isRefusal(resolved) ? resolved : { url: resolved };
}
