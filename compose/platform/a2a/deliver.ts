import { refusal } from '../http/reply.ts';
import { jsonText } from '../json-text.ts';
import { type Reply, type RoutedCall, withoutUserinfo } from './call.ts';
import { dispatch } from './dispatch.ts';
import { isDeadStatus, mapResult, mapUnreadable } from './map-result.ts';
import { probeDead, recoverDead } from './probe.ts';
import { logAnswered } from './rows.ts';
import { answerFailure, UNREACHABLE } from './transport-failure.ts';

/** Steps 11 and after: sends the message, records what came of it, and says what the sender is told (A.7–A.12). */
export async function deliver(call: RoutedCall): Promise<Reply> {
  call.log.info({ url: withoutUserinfo(call.url), bytes: call.bytes.length }, 'dispatched');
  const outcome = await dispatch(call);
  switch (outcome.kind) {
    case 'answered':
      return answered(call, outcome.status, outcome.body);
    case 'unreadable':
      return unreadable(call, outcome.status);
    case 'unreachable':
      return unreachable(call, outcome.error);
    case 'unsafe':
      return { status: 500, body: jsonText({ error: 'failed to create proxy request' }), contentType: OWN };
    default:
      return outcome satisfies never;
  }
}

const OWN = 'application/json; charset=utf-8';

async function answered(call: RoutedCall, status: number, body: Buffer): Promise<Reply> {
  const { rules } = call.platform;
  const dead = isDeadStatus(status, rules) && (await probeDead(call.platform, call.target));
  const refused = rules.refusesEmptyAnswer && status < 300 && body.length === 0;
  if (!refused) await logAnswered(call, status, body);
  if (!dead) return mapResult(status, body, rules);
  await recoverDead(call);
  const answer = refusal(503, UNREACHABLE, { restarting: true, retry_after: 15 });
  return { status: 503, body: jsonText(answer.body), contentType: OWN, headers: { 'retry-after': '15' } };
}

/** The agent may have acted although its words are lost: a confirmed delivery has a row. */
async function unreadable(call: RoutedCall, status: number): Promise<Reply> {
  if (status < 400) await logAnswered(call, status, Buffer.alloc(0));
  return mapUnreadable(status, call.platform.rules);
}

async function unreachable(call: RoutedCall, error: unknown): Promise<Reply> {
  const answer = await answerFailure(call, error);
  const contentType = answer.status === 202 ? 'application/json' : OWN;
  return { ...answer, body: jsonText(answer.body), contentType };
}
