import { BULK_VERDICTS, type BulkVerdict } from './expectation.ts';
import { REPLY_OUTCOMES, type ReplyOutcome } from './outcome.ts';

/** What a whole bulk replay came to; `basis` says that replies alone were judged. */
export interface BulkSummary {
  readonly basis: 'reply';
  /** Requests dealt with, those included that could not be sent. */
  readonly requests: number;
  readonly outcomes: Readonly<Record<ReplyOutcome, number>>;
  readonly verdicts: Readonly<Record<BulkVerdict, number>>;
  readonly durationMs: number;
  readonly ratePerSecond: number;
  /** Upper bounds, to a twentieth of their value. */
  readonly latencyMs: {
    readonly p50: number;
    readonly p90: number;
    readonly p99: number;
    readonly max: number;
  };
  readonly interrupted: boolean;
  /** Why it ended before its source did: a line that cannot be read, a result that cannot be written. */
  readonly stoppedBy?: unknown;
}

/** How far a bulk replay is; the ETA is known when the total is. */
export interface BulkProgress {
  readonly done: number;
  readonly total?: number;
  readonly ratePerSecond: number;
  readonly etaMs?: number;
}

/** Counts results as they come, in memory that does not grow. */
export class Tally {
  readonly #startedMs = performance.now();
  readonly #outcomes = zeros(REPLY_OUTCOMES);
  readonly #verdicts = zeros(BULK_VERDICTS);
  readonly #latencies = new Uint32Array(BUCKETS);
  #done = 0;
  #maxMs = 0;

  get done(): number {
    return this.#done;
  }

  add(outcome: ReplyOutcome, verdict: BulkVerdict, durationMs: number): void {
    this.#done += 1;
    this.#outcomes[outcome] += 1;
    this.#verdicts[verdict] += 1;
    const bucket = bucketOf(durationMs);
    this.#latencies[bucket] = (this.#latencies[bucket] ?? 0) + 1;
    if (durationMs > this.#maxMs) this.#maxMs = durationMs;
  }

  progress(total: number | undefined): BulkProgress {
    const ratePerSecond = this.#rate();
    if (total === undefined) return { done: this.#done, ratePerSecond };
    const etaMs = ratePerSecond > 0 ? ((total - this.#done) / ratePerSecond) * 1_000 : undefined;
    return { done: this.#done, total, ratePerSecond, ...(etaMs !== undefined && { etaMs }) };
  }

  summary(interrupted: boolean): BulkSummary {
    const [p50, p90, p99] = [0.5, 0.9, 0.99].map((share) => Math.min(this.#quantile(share), this.#maxMs));
    return {
      basis: 'reply',
      requests: this.#done,
      outcomes: { ...this.#outcomes },
      verdicts: { ...this.#verdicts },
      durationMs: performance.now() - this.#startedMs,
      ratePerSecond: this.#rate(),
      latencyMs: { p50: p50 ?? 0, p90: p90 ?? 0, p99: p99 ?? 0, max: this.#maxMs },
      interrupted,
    };
  }

  #rate(): number {
    return (this.#done / Math.max(1, performance.now() - this.#startedMs)) * 1_000;
  }

  #quantile(share: number): number {
    let left = this.#done * share;
    const bucket = this.#latencies.findIndex((count) => {
      left -= count;
      return left <= 0;
    });
    return upperBoundMs(Math.max(0, bucket));
  }
}

function zeros<T extends string>(names: readonly T[]): Record<T, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<T, number>;
}

const BUCKETS = 400;
const SMALLEST_MS = 0.01;
const GROWTH = Math.log(1.05);

function bucketOf(durationMs: number): number {
  return Math.min(BUCKETS - 1, Math.max(0, Math.ceil(Math.log(durationMs / SMALLEST_MS) / GROWTH)));
}

function upperBoundMs(bucket: number): number {
  return SMALLEST_MS * Math.exp(bucket * GROWTH);
}
