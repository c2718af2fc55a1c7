import { createTwoFilesPatch } from 'diff';
import { decodedBody } from '../../wire/content-coding.ts';
import { documentOf, parseBytes } from '../../wire/document/parse.ts';
import { pretty, shorten } from '../../wire/document/print.ts';
import { bytesOf } from '../../wire/recorded-body.ts';
import type { CaseRecord, StepRecord } from './case-record.ts';

/** A payload on its way, as three documents for reading, and what changed from each to the next. */
export interface PayloadJourney {
  readonly sent: string;
  /** What reached the runtime; a sentence when nothing did. */
  readonly forwarded: string;
  /** What agent code read; a sentence when it was not called. */
  readonly received: string;
  /** Unified diffs; empty when there is nothing to compare or nothing changed. */
  readonly sentToForwarded: string;
  readonly forwardedToReceived: string;
}

/** The journey of one step's payload, each document and diff cut to what a terminal can show. */
export function diffOf(record: CaseRecord, step = 0): PayloadJourney | undefined {
  const stepRecord = record.steps[step];
  if (!stepRecord) return undefined;
  const sent = documentText(bytesOf(stepRecord.sent));
  const forwarded = forwardedText(stepRecord);
  const received = receivedText(stepRecord);
  return {
    sent,
    forwarded: forwarded ?? '(nothing arrived at the runtime)',
    received: received?.whole ?? '(agent code was not called)',
    sentToForwarded: forwarded === undefined ? '' : unified('sent', 'forwarded', sent, forwarded),
    forwardedToReceived: received ? unified('forwarded', 'received', received.source, received.message) : '',
  };
}

const LINES = 200;
const LINE_LENGTH = 160;

function documentText(bytes: Buffer): string {
  const document = parseBytes(bytes);
  const text = document === undefined ? rawText(bytes) : pretty(document, LINES);
  return shortLines(text);
}

/** Bytes that are not JSON, with everything that a terminal would not show as itself escaped. */
function rawText(bytes: Buffer): string {
  if (bytes.length === 0) return '(no bytes)';
  const shown = JSON.stringify(bytes.subarray(0, 2_000).toString('latin1')).slice(1, -1);
  return bytes.length > 2_000 ? `${shown}… (${bytes.length} bytes)` : shown;
}

function forwardedText({ inboxAfter }: StepRecord): string | undefined {
  const [arrival] = inboxAfter.arrivals;
  if (!arrival) return undefined;
  return documentText(decodedBody(Buffer.from(arrival.bodyBase64, 'base64'), arrival.headers));
}

function receivedText({ inboxAfter }: StepRecord) {
  const [handed] = inboxAfter.handed;
  if (!handed) return undefined;
  const message = shortLines(pretty(documentOf(handed.raw), LINES));
  const whole = shortLines(pretty(documentOf(handed.reading), LINES));
  return { message, whole, source: messageText(inboxAfter.arrivals[0]) ?? '' };
}

/** The message of the forwarded request alone, for agent code gets no envelope. */
function messageText(arrival: StepRecord['inboxAfter']['arrivals'][number] | undefined): string | undefined {
  if (!arrival) return undefined;
  const document = parseBytes(decodedBody(Buffer.from(arrival.bodyBase64, 'base64'), arrival.headers));
  const params = document instanceof Map ? document.get('params') : undefined;
  const message = params instanceof Map ? params.get('message') : undefined;
  return message === undefined ? undefined : shortLines(pretty(message, LINES));
}

function unified(fromName: string, toName: string, from: string, to: string): string {
  if (from === to) return '';
  const patch = createTwoFilesPatch(fromName, toName, `${from}\n`, `${to}\n`, '', '', {
    context: 2,
    maxEditLength: 2_000,
  });
  const lines = (patch ?? '').split('\n').filter((line) => !line.startsWith('====='));
  return lines.length > LINES ? [...lines.slice(0, LINES), '…'].join('\n') : lines.join('\n').trimEnd();
}

function shortLines(text: string): string {
  return text
    .split('\n')
    .map((line) => shorten(line, LINE_LENGTH))
    .join('\n');
}
