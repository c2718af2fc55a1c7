import type { Revision, RuntimeId } from '../../corpus/entry.ts';
import type { Finding } from '../../support/verdict.ts';
import type { Arrival, Exchange, Handed, RecordedBody, RecordedResponse } from '../../wire/exchange.ts';
import { bytesOf, cutBody } from '../../wire/recorded-body.ts';

/** Everything that one case did and saw, as plain JSON: enough to judge it again without a network. */
export interface CaseRecord {
  readonly entryId: string;
  readonly runtime: RuntimeId;
  readonly revision: Revision;
  readonly route: 'platform' | 'direct';
  readonly agent: string;
  readonly nonce: string;
  readonly prepare: readonly Exchange[];
  readonly prepared: boolean;
  /** Why the subject could not even be prepared: it broke this clause. */
  readonly preparationFinding?: Finding;
  readonly steps: readonly StepRecord[];
}

/** One request of the case and what came of it. */
export interface StepRecord {
  /** The payload before any content coding; what went over the wire is in the exchange. */
  readonly sent: RecordedBody;
  readonly exchange: Exchange;
  /** What the runtime answered to each request that arrived, as it was put on the wire; on the platform route. */
  readonly said: readonly SaidReply[];
  /** What the runtime got since the step began. */
  readonly inboxAfter: { readonly arrivals: readonly Arrival[]; readonly handed: readonly Handed[] };
  /** Milliseconds between the end of the exchange and the reading of the inbox that is recorded here. */
  readonly quietMs: number;
  /** Values taken from this reply for later steps. */
  readonly captured: Readonly<Record<string, unknown>>;
  /** Captures that the reply did not have: name to JSON pointer. */
  readonly notCaptured: Readonly<Record<string, string>>;
  /** Set when the inbox could not be read: the harness cannot judge then. */
  readonly inboxFailure?: string;
}

/** A reply of the runtime on its way to the sender, and the number of the arrival that it answers. */
export interface SaidReply extends RecordedResponse {
  readonly arrival: number;
}

/** The record with every body cut to `capBytes`, for evidence; what was cut cannot be judged again. */
export function trimRecord(record: CaseRecord, capBytes: number): CaseRecord {
  return {
    ...record,
    prepare: record.prepare.map((exchange) => trimExchange(exchange, capBytes)),
    steps: record.steps.map((step) => trimStep(step, capBytes)),
  };
}

/** Whether a body that is judged was cut after recording. */
export function isTrimmed(record: CaseRecord): boolean {
  return record.steps.some(({ sent, said, exchange: { request, response } }) =>
    [sent, request.body, response?.body, ...said.map(({ body }) => body)].some(isCut),
  );
}

function isCut(body: RecordedBody | undefined): boolean {
  return body !== undefined && bytesOf(body).length < body.bytes;
}

function trimStep(step: StepRecord, capBytes: number): StepRecord {
  const tooBig = bytesOf(step.sent).length > capBytes;
  const arrivals = step.inboxAfter.arrivals.map((arrival) => ({
    ...arrival,
    bodyBase64: Buffer.from(arrival.bodyBase64, 'base64').subarray(0, capBytes).toString('base64'),
  }));
  return {
    ...step,
    sent: cutBody(step.sent, capBytes),
    exchange: trimExchange(step.exchange, capBytes),
    said: step.said.map((reply) => ({ ...reply, body: cutBody(reply.body, capBytes) })),
    inboxAfter: { arrivals, handed: tooBig ? [] : step.inboxAfter.handed },
  };
}

/** The exchange with its bodies cut to `capBytes`, for evidence. */
export function trimExchange(exchange: Exchange, capBytes: number): Exchange {
  const { request, response } = exchange;
  return {
    ...exchange,
    request: { ...request, body: cutBody(request.body, capBytes) },
    ...(response && { response: { ...response, body: cutBody(response.body, capBytes) } }),
  };
}
