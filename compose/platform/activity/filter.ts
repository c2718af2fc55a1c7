import { isUuid } from '../http/parameters.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Rules } from '../rules.ts';

const MAX_SECONDS = 2_592_000;
const DEFAULT_LIMIT = 100;
const RFC3339 = /^(\d{4}-\d{2}-\d{2})T(\d{2}):\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The query parameters of C.1 as they were given. */
export interface ActivityParameters {
  readonly type: string | undefined;
  readonly source: string | undefined;
  readonly limit: string | undefined;
  readonly since_secs: string | undefined;
  readonly since_id: string | undefined;
  readonly peer_id: string | undefined;
  readonly before_ts: string | undefined;
  readonly include: string | undefined;
  /** Where clients reach us. */
  readonly base: string;
}

/** The row that a client has read last. */
export interface CursorRow {
  readonly createdAt: string;
  readonly seq: number;
}
export interface Filter {
  readonly workspaceId: string;
  readonly type: string | undefined;
  readonly source: 'canvas' | 'agent' | undefined;
  readonly sinceSeconds: number | undefined;
  readonly cursor: CursorRow | undefined;
  readonly peerId: string | undefined;
  readonly beforeTs: string | undefined;
  readonly limit: number;
}

/** Seconds of `since_secs`, clamped to thirty days; anything but a positive integer is refused. */
export function sinceSeconds(text: string | undefined): number | undefined | Refusal {
  if (text === undefined || text === '') return undefined;
  const fits = /^\+?\d{1,19}$/.test(text) && BigInt(text) > 0n && BigInt(text) <= 9_223_372_036_854_775_807n;
  if (!fits) return refuse(400, 'since_secs must be a positive integer');
  return Math.min(Number(text), MAX_SECONDS);
}

/** `limit` in plain digits, at most `maximum`; whatever else comes is 100. */
export function rowLimit(text: string | undefined, maximum: number): number {
  const limit = /^\+?\d+$/.test(text ?? '') ? Number(text) : 0;
  return limit > 0 ? Math.min(limit, maximum) : DEFAULT_LIMIT;
}

/** Refuses a `source` that is neither canvas nor agent, and a bad `peer_id` or `before_ts` where they are read. */
export function checkParameters(parameters: ActivityParameters, rules: Rules): Refusal | undefined {
  const { source, peer_id: peerId, before_ts: beforeTs } = parameters;
  if (source && source !== 'canvas' && source !== 'agent')
    return refuse(400, "source must be 'canvas' or 'agent'");
  if (!rules.readsPeerParameters) return undefined;
  if (peerId && !isUuid(peerId)) return refuse(400, 'peer_id must be a UUID');
  return beforeTs && !isTimestamp(beforeTs) ? badTimestamp() : undefined;
}

/** True for an RFC 3339 time that exists, on the calendar and in the database, which has no year 0. */
export function isTimestamp(text: string): boolean {
  const [, date = '', hour = ''] = RFC3339.exec(text) ?? [];
  if (date === '' || hour === '24' || date.startsWith('0000') || Number.isNaN(Date.parse(text))) return false;
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

/** The 400 of C.1 and D for a `before_ts` that is no time. */
export function badTimestamp(): Refusal {
  return refuse(400, 'before_ts must be an RFC3339 timestamp (e.g. 2026-05-01T00:00:00Z)');
}
