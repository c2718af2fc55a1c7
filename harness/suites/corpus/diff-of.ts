import { decodedBody } from '../../wire/content-coding.ts';
import { parseBytes } from '../../wire/document/parse.ts';
import { bytesOf } from '../../wire/recorded-body.ts';
import { bodyOfReply } from '../../wire/reply/body.ts';
import type { CaseRecord, StepRecord } from './case-record.ts';
import {
  changesBetween,
  type Readable,
  readableBytes,
  readableNode,
  readableValue,
  shown,
} from './readable.ts';

/** A payload on its way and its answer on the way back, as documents for reading, and what changed between them. */
export interface PayloadJourney {
  readonly sent: string;
  /** What reached the runtime; a sentence when nothing did. */
  readonly forwarded: string;
  /** What agent code read; a sentence when it was not called. */
  readonly received: string;
  /** Unified diffs; empty when there is nothing to compare or nothing changed. */
  readonly sentToForwarded: string;
  readonly forwardedToReceived: string;
  readonly answeredToTold: string;
}

/** The journey of one step's payload, each document and diff cut to what a terminal can show. */
export function diffOf(record: CaseRecord, step = 0): PayloadJourney | undefined {
  const stepRecord = record.steps[step];
  if (!stepRecord) return undefined;
  const sentBytes = bytesOf(stepRecord.sent);
  const sent = readableBytes(sentBytes);
  const forwarded = forwardedBytes(stepRecord);
  const received = receivedOf(stepRecord, forwarded);
  return {
    sent: shown(sent),
    forwarded: forwarded ? forwardedInWords(sentBytes, forwarded) : '(nothing arrived at the runtime)',
    received: received?.whole ?? '(agent code was not called)',
    sentToForwarded: forwarded ? changesBetween('sent', 'forwarded', sent, readableBytes(forwarded)) : '',
    forwardedToReceived: received
      ? changesBetween('forwarded', 'received', received.source, received.message)
      : '',
    answeredToTold: wayBackOf(stepRecord),
  };
}

function forwardedInWords(sent: Buffer, forwarded: Buffer): string {
  if (sent.equals(forwarded)) return 'byte by byte as it was sent';
  const [before, after] = [readableBytes(sent), readableBytes(forwarded)];
  const isSame = changesBetween('', '', before, after) === '';
  return isSame ? 'the document that was sent, written otherwise' : shown(after);
}

function forwardedBytes({ inboxAfter }: StepRecord): Buffer | undefined {
  const [arrival] = inboxAfter.arrivals;
  return arrival && decodedBody(Buffer.from(arrival.bodyBase64, 'base64'), arrival.headers);
}

function receivedOf({ inboxAfter }: StepRecord, forwarded: Buffer | undefined) {
  const [handed] = inboxAfter.handed;
  if (!handed) return undefined;
  const whole = shown(readableValue(handed.reading));
  return { message: readableValue(handed.raw), whole, source: messageIn(forwarded) };
}

/** The message of the forwarded request alone, for agent code gets no envelope. */
function messageIn(forwarded: Buffer | undefined): Readable {
  const document = forwarded && parseBytes(forwarded);
  const params = document instanceof Map ? document.get('params') : undefined;
  const message = params instanceof Map ? params.get('message') : undefined;
  return message === undefined ? readableBytes(Buffer.alloc(0)) : readableNode(message);
}

/** Which of several answers the sender got nobody can say, unless it is one of them. */
function wayBackOf({ said, exchange: { response } }: StepRecord): string {
  const last = said.at(-1);
  if (!response || !last) return '';
  const got = bodyOfReply(response);
  const answers = said.map(bodyOfReply);
  if (answers.some((answer) => answer.equals(got))) return '';
  const answered = readableBytes(answers.at(-1) ?? Buffer.alloc(0));
  return changesBetween('answered', 'told', answered, readableBytes(got));
}
