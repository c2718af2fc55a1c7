import { isRefusal, refuse } from '../http/reply.ts';
import { type RoutedCall, withoutUserinfo } from './call.ts';
import { dispatch } from './dispatch.ts';
import { isDeadStatus, mapResult, mapUnreadable } from './map-result.ts';
import { probeDead, recoverDead } from './probe.ts';
import { made, PASSED_ON, type Reply } from './reply.ts';
import { logAnswered } from './rows.ts';
import { answerFailure, UNREACHABLE } from './transport-failure.ts';

/** Steps 11 and after: sends the message, records what came of it, and says what the sender is told (A.7–A.12). */
export async function deliver(call: RoutedCall): Promise<Reply> {
  call.log.info({ url: withoutUserinfo(call.url), bytes: call.bytes.length }, 'dispatched');
  const outcome = await dispatch(call);
  if (isRefusal(outcome)) return made(outcome);
  switch (outcome.kind) {
    case 'answered':
      return answered(call, outcome.status, outcome.body);
    case 'unreadable':
      return unreadable(call, outcome.status, outcome.partial);
    case 'unreachable':
      return unreachable(call, outcome.error);
    default:
      return outcome satisfies never;
  }
}

async function answered(call: RoutedCall, status: number, body: Buffer): Promise<Reply> {
  const { rules } = call.platform;
  const dead = isDeadStatus(status, rules) && (await probeDead(call.platform, call.target));
  const unusable = rules.refusesEmptyAnswer && status < 300 && body.length === 0;
  if (!unusable) await logAnswered(call, status, body);
  if (!dead) return { ...mapResult(status, body, rules), agent: body };
  await recoverDead(call);
  const more = { restarting: true, retry_after: 15 };
  return made(refuse(503, UNREACHABLE, more, { 'retry-after': '15' }));
}

/** The agent may have acted although its words are lost: a confirmed delivery has a row. */
async function unreadable(
  call: RoutedCall,
  status: number,
  partial: Buffer = Buffer.alloc(0),
): Promise<Reply> {
  if (status < 400) await logAnswered(call, status, Buffer.alloc(0));
  return { ...mapUnreadable(status, call.platform.rules), agent: partial };
}

async function unreachable(call: RoutedCall, error: unknown): Promise<Reply> {
  const outcome = await answerFailure(call, error);
  return isRefusal(outcome) ? made(outcome) : made(outcome, PASSED_ON);
}
