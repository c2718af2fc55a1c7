import { Ajv } from 'ajv';
import type { Outcome } from '../corpus/entry.ts';
import { parseJson } from '../support/parse-json.ts';
import { eventsOf } from '../wire/reply/events.ts';
import type { PreparedItem } from './item.ts';

/** What a reply says by itself; whether the message really got to agent code, only an inbox can tell. */
export interface ReplyVerdict {
  readonly outcome: Outcome;
  /** Why it is not plainly delivered, in a few words. */
  readonly note?: string;
}

/** Validates one reply whole: status, JSON, JSON-RPC envelope, id, and that the fresh nonce came back. */
export function judgeReply(item: PreparedItem, nonce: string, status: number, body: Buffer): ReplyVerdict {
  if (body.length === 0) return { outcome: 'rejected-opaque', note: 'empty body' };
  const text = body.toString('utf8');
  const envelope = parseJson(text);
  if (envelope !== undefined) return judgeEnvelope(item, nonce, status, envelope, text);
  const events = eventsOf(text).map(parseJson);
  const refusal = events.map(refusalOf).find((found) => found !== undefined);
  if (refusal) return refusal;
  const last = events.find((event) => JSON.stringify(event)?.includes(nonce)) ?? events.at(-1);
  if (last === undefined) return { outcome: 'rejected-opaque', note: 'not JSON' };
  return judgeEnvelope(item, nonce, status, last, text);
}

function judgeEnvelope(
  item: PreparedItem,
  nonce: string,
  status: number,
  envelope: unknown,
  text: string,
): ReplyVerdict {
  if (!isEnvelope(envelope)) return refusalOf(envelope) ?? withoutEnvelope(envelope);
  if ('error' in envelope) return refusalOf(envelope) ?? { outcome: 'rejected-opaque', note: 'empty error' };
  if (status < 200 || status > 299)
    return { outcome: 'rejected-opaque', note: `HTTP ${status} with a result` };
  const { result } = envelope;
  if (isFailedTask(result)) return { outcome: 'failed-task' };
  if (item.nonceOffsets.length > 0 && !text.includes(nonce))
    return { outcome: 'dropped', note: 'nonce not returned' };
  if (item.replyId !== undefined && !sameId(item.replyId, envelope.id)) {
    return { outcome: 'delivered-altered', note: 'id of the reply differs' };
  }
  return DELIVERED;
}

const DELIVERED: ReplyVerdict = { outcome: 'delivered' };

type ReplyEnvelope =
  | { readonly id: unknown; readonly result: unknown }
  | { readonly id: unknown; readonly error: object };

const isEnvelope = new Ajv({ strict: true, allowUnionTypes: true }).compile<ReplyEnvelope>({
  type: 'object',
  required: ['jsonrpc', 'id'],
  properties: {
    jsonrpc: { const: '2.0' },
    id: { type: ['string', 'number', 'null'] },
    result: {},
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'integer' }, message: { type: 'string' } },
    },
  },
  oneOf: [
    { type: 'object', required: ['result'], properties: { result: {} } },
    { type: 'object', required: ['error'], properties: { error: {} } },
  ],
});

function refusalOf(envelope: unknown): ReplyVerdict | undefined {
  if (typeof envelope !== 'object' || envelope === null || !('error' in envelope)) return undefined;
  const { error } = envelope;
  const cause = typeof error === 'string' ? error : String(Reflect.get(Object(error), 'message') ?? '');
  return cause === ''
    ? { outcome: 'rejected-opaque', note: 'empty error' }
    : { outcome: 'rejected-loud', note: cause };
}

/** A queue's acknowledgement is no result: the nonce did not come back, and nothing else proves delivery here. */
function withoutEnvelope(envelope: unknown): ReplyVerdict {
  const fields = Object(envelope) as Record<string, unknown>;
  if (fields.status === 'queued' || fields.queued === true)
    return { outcome: 'dropped', note: 'queued, no result yet' };
  return { outcome: 'rejected-opaque', note: 'no JSON-RPC reply' };
}

function isFailedTask(result: unknown): boolean {
  const fields = Object(result) as { status?: { state?: unknown }; task?: { status?: { state?: unknown } } };
  const state = fields.status?.state ?? fields.task?.status?.state;
  return state === 'failed' || state === 'TASK_STATE_FAILED';
}

function sameId(sent: unknown, replied: unknown): boolean {
  return sent === replied || JSON.stringify(sent) === JSON.stringify(replied);
}
