import { differences } from '../wire/document/compare.ts';
import { nodeAt, valueAt } from '../wire/document/pointer.ts';
import { inline } from '../wire/document/print.ts';
import { HANG } from '../wire/failure.ts';
import { agentWords } from '../wire/reply/agent-words.ts';
import { isAtWork } from '../wire/reply/task-state.ts';
import { type Envelope, readReply, type Told, toldInWords, type WholeReply } from '../wire/reply/told.ts';
import type { PreparedItem } from './item.ts';
import type { ReplyOutcome } from './outcome.ts';
import type { LaneReply } from './sending.ts';

/** What came of one sending, and why it is no answer, in a line. */
export interface Came {
  readonly outcome: ReplyOutcome;
  readonly note?: string;
}

/** Reads one reply by the code of `assay run`, and says what it proves. */
export function outcomeOf(
  item: PreparedItem,
  nonce: string,
  reply: LaneReply & Pick<WholeReply, 'isPassedOn'>,
): Came {
  const { failure } = reply;
  const told: Told = failure ? { kind: 'nothing', ...failure } : readReply(reply, item.bringsMessage);
  if (told.kind === 'success') return ofResult(item, nonce, told.envelopes);
  return { outcome: withoutResult(told), note: toldInWords(told) };
}

function withoutResult(told: Exclude<Told, { kind: 'success' }>): ReplyOutcome {
  switch (told.kind) {
    case 'nothing':
      return withoutReply(told);
    case 'opaque':
      return 'rejected-opaque';
    case 'refused':
      return 'rejected-loud';
    case 'failed-task':
    case 'queued':
      return told.kind;
    default:
      return told satisfies never;
  }
}

function withoutReply({ code, before }: Extract<Told, { kind: 'nothing' }>): ReplyOutcome {
  if (before === 'sending') return 'errored';
  if (before === 'connection') return 'unreachable';
  return code === HANG ? 'hang' : 'rejected-opaque';
}

function ofResult(item: PreparedItem, nonce: string, envelopes: readonly Envelope[]): Came {
  const other = envelopes.find((envelope) => !carriesId(item, envelope));
  if (other) return { outcome: 'mismatched', note: idsInWords(item, other) };
  if (item.nonceOffsets.length > 0 && agentWords(envelopes).includes(nonce)) return ANSWERED;
  if (!item.nonceIsText) return NO_NONCE;
  return item.letsAnswerLater && isAtWork(envelopes.at(-1)?.plain) ? STILL_AT_WORK : UNANSWERED;
}

const ANSWERED: Came = { outcome: 'answered' };
const NO_NONCE: Came = {
  outcome: 'unknown',
  note: 'a result, and the request has no nonce in its text that would tell it from a canned one',
};
const STILL_AT_WORK: Came = { outcome: 'unknown', note: 'a task that is still at work' };
const UNANSWERED: Came = {
  outcome: 'unanswered',
  note: 'the result does not contain the nonce: the answer is to something else',
};

/** Texts are compared as they are; numbers by their digits, because a double cannot hold every id. */
function carriesId({ replyId }: PreparedItem, envelope: Envelope): boolean {
  if (replyId === undefined) return true;
  if (typeof replyId === 'string') return valueAt(envelope.plain, '/id') === replyId;
  return differences(replyId, nodeAt(envelope.document, '/id')).length === 0;
}

function idsInWords({ replyId }: PreparedItem, { document }: Envelope): string {
  return `the id of the reply is ${inline(nodeAt(document, '/id'))}, that of the request ${inline(replyId)}`;
}
