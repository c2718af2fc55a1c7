import { isRefusal, type Refusal } from '../http/reply.ts';
import type { Call, JudgedCall, RoutedCall } from './call.ts';
import { deliver } from './deliver.ts';
import { made, type Reply } from './reply.ts';
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

/** What a step adds to the call for those after it; one with a reply is the last. */
interface Growth extends Partial<RoutedCall> {
  readonly reply?: Reply;
}

/** One line of A.1: gives what it found out, undefined when all is well, or refuses. */
type Step = (call: RoutedCall) => Awaitable<Growth | Refusal | undefined>;
type Awaitable<T> = T | Promise<T>;

/** Who speaks: what a call from outside has to answer before anything else. */
const IDENTITY: readonly Step[] = [
  wholeBody, // 400
  caller,
  reserved, // 403
  exemption,
  callerToken, // 401
];

/** What is asked of every call, also of one that begins inside the platform (A.13). */
const MESSAGE: readonly Step[] = [
  hierarchy, // 403
  lookup,
  budget, // 402
  message, // 400
  target, // 404, 500, 503
  poll, // 200 queued, 503
  url, // 502, 503
];

/** Takes a call through the order of A.1, after the deadline was read: the first step that refuses ends it. */
export function proxy(came: Call): Promise<Reply> {
  return take([...IDENTITY, ...MESSAGE], came);
}

/** The same for a caller whose identity the platform vouches for (A.13). */
export function proxyFromInside(came: JudgedCall): Promise<Reply> {
  return take(MESSAGE, came);
}

async function take(steps: readonly Step[], came: Call): Promise<Reply> {
  // Each step asks for no more than those before it have added, which only the order of the list can say.
  let call = came as RoutedCall;
  for (const step of steps) {
    const result = await step(call);
    if (isRefusal(result)) return refused(call, result);
    if (result?.reply) return result.reply;
    call = { ...call, ...result };
  }
  return deliver(call);
}

function refused(call: Call, refusal: Refusal): Reply {
  const { status, body } = refusal.refused;
  call.log.info({ status, reason: body }, 'refused');
  return made(refusal);
}
