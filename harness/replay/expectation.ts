import { UsageError } from '../support/errors.ts';
import type { ReplyOutcome } from './outcome.ts';

/** What every request is held to. */
export type BulkExpectation =
  | { readonly kind: 'answered' }
  | { readonly kind: 'result' }
  | { readonly kind: 'status'; readonly status: number };

/** `unheld`: seen and counted, and held to nothing. */
export const BULK_VERDICTS = ['met', 'broken', 'unjudged', 'unheld'] as const;
export type BulkVerdict = (typeof BULK_VERDICTS)[number];

/** Reads `answered`, `result` or `status=<code>`. Throws `UsageError` on anything else. */
export function expectationNamed(text: string): BulkExpectation {
  if (text === 'answered' || text === 'result') return { kind: text };
  const [, status] = /^status=([1-5]\d\d)$/.exec(text) ?? [];
  if (status !== undefined) return { kind: 'status', status: Number(status) };
  throw new UsageError({
    code: 'BAD_EXPECTATION',
    message: `--expect ${text} is nothing that a reply can be held to`,
    fix: 'Use answered (the nonce comes back), result (any JSON-RPC result), or status=<code>, such as status=400.',
  });
}

/** The expectation as it was asked for. */
export function expectationInWords(expectation: BulkExpectation): string {
  return expectation.kind === 'status' ? `status=${expectation.status}` : expectation.kind;
}

/** What is held against an expectation: the outcome, and the status of a reply that came whole. */
export interface Seen {
  readonly outcome: ReplyOutcome;
  /** `undefined` when no whole reply came. */
  readonly status: number | undefined;
}

/** A request that never arrived says nothing of the endpoint, and a rate limit nothing of the message. */
export function verdictOn(expectation: BulkExpectation, { outcome, status }: Seen): BulkVerdict {
  if (outcome === 'errored' || outcome === 'unreachable') return 'unjudged';
  if (expectation.kind === 'status') return status === expectation.status ? 'met' : 'broken';
  if (status === RATE_LIMITED || outcome === 'queued') return 'unjudged';
  if (outcome === 'answered') return 'met';
  if (outcome === 'unknown') return expectation.kind === 'result' ? 'met' : 'unjudged';
  return outcome === 'unanswered' && expectation.kind === 'result' ? 'met' : 'broken';
}

const RATE_LIMITED = 429;
