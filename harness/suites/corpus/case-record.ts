import type { Return, Revision, RuntimeId } from '../../corpus/entry.ts';
import type { Finding } from '../../support/verdict.ts';
import type {
  Arrival,
  Exchange,
  Handed,
  Polls,
  RecordedBody,
  RecordedResponse,
} from '../../wire/exchange.ts';
import { bytesOf, cutBody } from '../../wire/recorded-body.ts';
import type { Contents } from './new-since.ts';

/** Everything that one case did and saw, as plain JSON: enough to judge it again without a network. */
export interface CaseRecord {
  readonly entryId: string;
  readonly runtime: RuntimeId;
  readonly revision: Revision;
  readonly route: 'platform' | 'direct';
  readonly agent: string;
  readonly nonce: string;
  /** The workspace that spoke, where one did. */
  readonly callerId?: string;
  readonly prepare: readonly Exchange[];
  readonly prepared: boolean;
  /** Why the subject could not even be prepared: it broke this clause. */
  readonly preparationFinding?: Finding;
  readonly steps: readonly StepRecord[];
  /** Where the agent comes back, after the last step or before. */
  readonly returned?: Returned;
  /** What came after the last step; absent where nothing was sent through a platform. */
  readonly after?: Aftermath;
}

/** What reached an agent that had been away or busy. */
export interface Returned {
  /** After the last reply and before it came back. */
  readonly early: Early;
  readonly comings: readonly Coming[];
  /** Set when the agent could not be brought back, or its inbox not be read. */
  readonly inboxFailure?: string;
}

/** What reached it while it was away or busy. */
export interface Early extends Contents {
  /** By which it said, where it was busy, that it still is. */
  readonly exchange?: Exchange;
}

/** One heartbeat of the agent, in this way, and what reached it until the next, or until the session went on. */
export interface Coming extends Contents {
  readonly as: Return;
  /** By which it was set up, with what the platform answered to its registration and its heartbeat. */
  readonly exchange: Exchange;
}

/** What came of a workspace until it had been quiet for its time. */
export interface Aftermath {
  readonly workspace: WorkspaceShown;
  /** Measured milliseconds from the last reply until the inbox was read that is recorded here. */
  readonly watchedMs: number;
  /** What reached the agent after the reading of the last step. */
  readonly late: StepRecord['inboxAfter'];
  /** Of an agent that polls: how many pages came in the meantime, and all rows that ever came again behind a cursor. */
  readonly polls?: { readonly further: number } & Pick<Polls, 'repeated' | 'repeats'>;
  /** What the platform answered when it was asked for the rows of the workspace, and for its chat. */
  readonly activity?: Exchange;
  readonly history?: Exchange;
  /** Set when the inbox could not be read. */
  readonly inboxFailure?: string;
}

/** A workspace without its credentials. */
export interface WorkspaceShown {
  readonly id: string;
  readonly name: string;
  readonly agent: string;
  /** The workspace that speaks to it, where another does. */
  readonly caller?: { readonly id: string; readonly name: string };
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
    ...(record.returned && { returned: trimReturned(record.returned, capBytes) }),
    ...(record.after && { after: trimAftermath(record.after, capBytes) }),
  };
}

/** Whether a body that is judged was cut after recording. */
export function isTrimmed(record: CaseRecord): boolean {
  const { activity, history } = record.after ?? {};
  return (
    record.steps.some(({ sent, said, exchange: { request, response } }) =>
      [sent, request.body, response?.body, ...said.map(({ body }) => body)].some(isCut),
    ) || [activity, history].some((exchange) => isCut(exchange?.response?.body))
  );
}

function isCut(body: RecordedBody | undefined): boolean {
  return body !== undefined && bytesOf(body).length < body.bytes;
}

function trimAftermath({ activity, history, late, ...rest }: Aftermath, capBytes: number): Aftermath {
  return {
    ...rest,
    late: { ...late, arrivals: late.arrivals.map((arrival) => trimArrival(arrival, capBytes)) },
    ...(activity && { activity: trimExchange(activity, capBytes) }),
    ...(history && { history: trimExchange(history, capBytes) }),
  };
}

function trimReturned({ early, comings, ...rest }: Returned, capBytes: number): Returned {
  return {
    ...rest,
    early: { ...early, ...trimContents(early, capBytes) },
    comings: comings.map((coming) => ({ ...coming, ...trimContents(coming, capBytes) })),
  };
}

function trimContents({ arrivals, handed, exchange }: Early, capBytes: number) {
  return {
    ...(exchange && { exchange: trimExchange(exchange, capBytes) }),
    arrivals: arrivals.map((arrival) => trimArrival(arrival, capBytes)),
    handed,
  };
}

function trimStep(step: StepRecord, capBytes: number): StepRecord {
  const tooBig = bytesOf(step.sent).length > capBytes;
  const arrivals = step.inboxAfter.arrivals.map((arrival) => trimArrival(arrival, capBytes));
  return {
    ...step,
    sent: cutBody(step.sent, capBytes),
    exchange: trimExchange(step.exchange, capBytes),
    said: step.said.map((reply) => ({ ...reply, body: cutBody(reply.body, capBytes) })),
    inboxAfter: { arrivals, handed: tooBig ? [] : step.inboxAfter.handed },
  };
}

function trimArrival(arrival: Arrival, capBytes: number): Arrival {
  const body = Buffer.from(arrival.bodyBase64, 'base64').subarray(0, capBytes);
  return { ...arrival, bodyBase64: body.toString('base64') };
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
