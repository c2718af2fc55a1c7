import type { Entry, RuntimeId, Step } from '../../../corpus/entry.ts';
import { NONCE_PLACEHOLDER } from '../../../corpus/payload.ts';
import { decodedBody } from '../../../wire/content-coding.ts';
import { type JsonNode, parseBytes } from '../../../wire/document/parse.ts';
import type { Arrival } from '../../../wire/exchange.ts';
import { bytesOf } from '../../../wire/recorded-body.ts';
import { type Told, toldBy } from '../../../wire/reply/told.ts';
import type { CaseRecord, StepRecord } from '../case-record.ts';

/** One request as it reached the runtime, read. */
export interface Arrived {
  readonly arrival: Arrival;
  readonly body: Buffer;
  readonly document: JsonNode | undefined;
  /** The same as a plain value, `undefined` when it is not JSON. */
  readonly plain: unknown;
}

/** One step of a record with everything read that the checks look at. */
export interface StepEvidence {
  readonly entry: Entry;
  readonly record: StepRecord;
  readonly runtime: RuntimeId;
  readonly nonce: string;
  readonly sentBytes: Buffer;
  /** The payload as a plain value, `undefined` when it is not JSON. */
  readonly sent: unknown;
  readonly told: Told;
  readonly arrived: readonly Arrived[];
  /** What was tried in vain before, where the message is to come later. */
  readonly tried: readonly Arrived[];
  /** What was tried in vain once more, while the agent that said it was free was busy still. */
  readonly retried: readonly Arrived[];
  /** The sender has taken the first event of the answer and no more. */
  readonly hungUp: boolean;
  /** Puts nonce, filler and captured values into text of the sidecar, as they were put into the payload. */
  readonly fillIn: (text: string) => string;
}

/** Reads one step of a record; throws nothing, whatever the bytes are. */
export function evidenceOf(
  entry: Entry,
  step: Step,
  index: number,
  record: CaseRecord,
): StepEvidence | undefined {
  const stepRecord = record.steps[index];
  if (!stepRecord) return undefined;
  const sentBytes = bytesOf(stepRecord.sent);
  const sent = plainOf(sentBytes);
  return {
    entry,
    record: stepRecord,
    runtime: record.runtime,
    nonce: record.nonce,
    sentBytes,
    sent,
    told: toldBy(stepRecord.exchange, sent, entry.route === 'platform'),
    arrived: stepRecord.inboxAfter.arrivals.map(arrivedOf),
    tried: [],
    retried: [],
    hungUp: step.hangUp === true,
    fillIn: fillerFor(step, record, index),
  };
}

/** Reads a request as it reached the runtime. */
export function arrivedOf(arrival: Arrival): Arrived {
  const body = decodedBody(Buffer.from(arrival.bodyBase64, 'base64'), arrival.headers);
  return { arrival, body, document: parseBytes(body), plain: plainOf(body) };
}

function plainOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function fillerFor(step: Step, { nonce, steps }: CaseRecord, index: number): (text: string) => string {
  const captures = Object.assign({}, ...steps.slice(0, index).map(({ captured }) => captured));
  return (text) => {
    const filled = step.fill.reduce((done, { token, text: unit, times }) => {
      return done.includes(token) ? done.replaceAll(token, () => unit.repeat(times)) : done;
    }, text);
    return Object.entries(captures).reduce(
      (done, [name, value]) => done.replaceAll(`{{${name}}}`, () => String(value)),
      filled.replaceAll(NONCE_PLACEHOLDER, nonce),
    );
  };
}
