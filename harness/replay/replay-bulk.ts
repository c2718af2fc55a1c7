import { hash } from 'node:crypto';
import { EnvironmentError } from '../support/errors.ts';
import { nonceSequence } from './bulk-nonce.ts';
import { endpoint } from './endpoint.ts';
import { type BulkExpectation, type BulkVerdict, verdictOn } from './expectation.ts';
import { Feed } from './feed.ts';
import { type BulkItem, type PreparedItem, prepareItem } from './item.ts';
import { Lane } from './lane.ts';
import { noteConcealer } from './note.ts';
import type { ReplyOutcome } from './outcome.ts';
import { outcomeOf } from './outcome-of.ts';
import { pacer } from './pace.ts';
import type { BulkResult } from './result.ts';
import type { LaneReply } from './sending.ts';
import { type BulkProgress, type BulkSummary, Tally } from './summary.ts';

/** What is sent where, how fast, and who is told. */
export interface BulkOptions {
  readonly source: AsyncIterable<BulkItem>;
  /** The endpoint that every request is posted to; credentials in it are sent where an item has none of its own. */
  readonly url: string;
  /** Connections, each with one request at a time. */
  readonly concurrency: number;
  readonly ratePerSecond?: number;
  /** How often each item is sent. */
  readonly repeat: number;
  readonly deadlineMs: number;
  /** What all requests are held to; without it those that are to be answered are held to `answered`. */
  readonly expectation?: BulkExpectation;
  /** What it gives back is awaited before its connection goes on. */
  readonly onResult: (result: BulkResult) => Promise<void> | undefined;
  readonly onProgress?: (progress: BulkProgress) => void;
  /** Number of sendings in all, where it is known. */
  readonly total?: number;
  /** Stops the sending; what is under way is still answered and recorded. */
  readonly signal?: AbortSignal;
}

/**
 * Posts every item of a source to one endpoint and judges each reply by itself. Memory does not grow with the number
 * of sendings. What the source or `onResult` throws ends it, and the summary says so. Throws an EnvironmentError when
 * there was nothing to send.
 */
export async function replayBulk(options: BulkOptions): Promise<BulkSummary> {
  const { url, headers } = endpoint(options.url);
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const run: Run = {
    options,
    isPassedOn: /\/workspaces\/[^/]+\/a2a\/?$/.test(url.pathname),
    signal,
    tally: new Tally(),
    feed: new Feed(options.source, options.repeat, (item) => prepareItem(item, headers)),
    nextNonce: nonceSequence(),
    turn: pacer(options.ratePerSecond, signal),
    concealed: noteConcealer(),
  };
  const lanes = Array.from({ length: Math.max(1, options.concurrency) }, () => new Lane(url));
  const timers = [watchDeadlines(lanes, options.deadlineMs), showProgress(run)];
  const ends = await Promise.allSettled(
    lanes.map((lane) => drive(lane, run).catch((error) => fail(stop, error))),
  );
  for (const timer of timers) clearInterval(timer);
  await Promise.all([run.feed.close(), ...lanes.map((lane) => lane[Symbol.asyncDispose]())]);
  const failed = ends.find((end) => end.status === 'rejected');
  return concluded(run, failed ? failed.reason : failureOf(run));
}

interface Run {
  /** Whether it goes through a platform, which calls every answer of an agent JSON, streams too (A.9). */
  readonly isPassedOn: boolean;
  readonly options: BulkOptions;
  readonly signal: AbortSignal;
  readonly tally: Tally;
  readonly feed: Feed;
  readonly nextNonce: () => string;
  readonly turn: () => Promise<void> | undefined;
  readonly concealed: ReturnType<typeof noteConcealer>;
}

async function drive(lane: Lane, run: Run): Promise<void> {
  const { feed, signal, turn, nextNonce } = run;
  for (;;) {
    const waiting = turn();
    if (waiting) await waiting;
    if (signal.aborted) return;
    const item = feed.take() ?? (await feed.next());
    if (!item || signal.aborted) return;
    const nonce = nextNonce();
    const reply = await lane.send(item, nonce);
    const recorded = record(run, item, nonce, reply);
    if (recorded) await recorded;
  }
}

function record(run: Run, item: PreparedItem, nonce: string, reply: LaneReply): Promise<void> | undefined {
  const { outcome, note } = outcomeOf(item, nonce, { ...reply, isPassedOn: run.isPassedOn });
  const verdict = verdictFor(run, item, outcome, reply);
  run.tally.add(outcome, verdict, reply.durationMs);
  return run.options.onResult({
    seq: run.tally.done,
    entry: item.id,
    nonce,
    outcome,
    verdict,
    status: reply.status,
    durationMs: reply.durationMs,
    requestBytes: item.template.length,
    replyBytes: reply.body.length,
    replySha256: hash('sha256', reply.body),
    ...(note !== undefined && { note: run.concealed(note, item.headers) }),
  });
}

function verdictFor(
  { options: { expectation } }: Run,
  { isUnheld }: PreparedItem,
  outcome: ReplyOutcome,
  { status, failure }: LaneReply,
): BulkVerdict {
  if (isUnheld && !expectation) return 'unheld';
  return verdictOn(expectation ?? ANSWERED, { outcome, status: failure ? undefined : status });
}

const ANSWERED: BulkExpectation = { kind: 'answered' };

/** A source that ends because the sending was interrupted has not failed. */
function failureOf({ feed, options }: Run): unknown {
  return options.signal?.aborted ? undefined : feed.failure;
}

function concluded({ tally, options }: Run, stoppedBy: unknown): BulkSummary {
  const interrupted = options.signal?.aborted ?? false;
  options.onProgress?.(tally.progress(options.total));
  const summary = tally.summary(interrupted);
  if (stoppedBy !== undefined) return { ...summary, stoppedBy };
  if (tally.done > 0 || interrupted) return summary;
  throw new EnvironmentError({
    code: 'NOTHING_SENT',
    message: 'The source has no request, so nothing was sent and nothing can be said about the endpoint',
    fix: 'Give an entry, a folder with entries, or an NDJSON file with at least one line.',
  });
}

const WATCH_EVERY_MS = 50;
const PROGRESS_EVERY_MS = 250;

function watchDeadlines(lanes: readonly Lane[], deadlineMs: number): NodeJS.Timeout {
  return setInterval(() => {
    const nowMs = performance.now();
    for (const lane of lanes) lane.checkDeadline(nowMs, deadlineMs);
  }, WATCH_EVERY_MS);
}

function showProgress({ options, tally }: Run): NodeJS.Timeout {
  return setInterval(() => options.onProgress?.(tally.progress(options.total)), PROGRESS_EVERY_MS);
}

function fail(stop: AbortController, error: unknown): never {
  stop.abort();
  throw error;
}
