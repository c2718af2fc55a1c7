import type { Exchange, Polls } from '../../../wire/exchange.ts';
import { recordBody } from '../../../wire/recorded-body.ts';
import type { Aftermath } from '../case-record.ts';
import { stepRecordOf } from './records.ts';

/** The workspace of every aftermath made here. */
export const WORKSPACE = { id: 'a1', name: 'N', agent: 'v03-text-1' } as const;

/** What came after the last reply; whatever is left out is as if all had been quiet, and nothing read. */
export interface Later {
  /** Requests that came late, and by which way. */
  readonly late?: readonly ('push' | 'poll')[];
  /** How often agent code was called late. */
  readonly lateHanded?: number;
  readonly polls?: { readonly further?: number } & Partial<Pick<Polls, 'repeated' | 'repeats'>>;
  readonly activity?: Exchange;
  readonly history?: Exchange;
}

/** An aftermath by hand. */
export function aftermathOf({ late = [], lateHanded = 0, polls, ...read }: Later): Aftermath {
  const { inboxAfter } = stepRecordOf({});
  const [arrival] = inboxAfter.arrivals;
  const handed = Array.from({ length: lateHanded }, () => inboxAfter.handed).flat();
  const arrivals = late.flatMap((via, at) => (arrival ? [{ ...arrival, seq: 100 + at, via }] : []));
  const seen = polls && { further: 9, repeated: 0, repeats: [], ...polls };
  return {
    workspace: WORKSPACE,
    watchedMs: 300,
    late: { arrivals, handed },
    ...(seen && { polls: seen }),
    ...read,
  };
}

/** An answer of the platform to whoever reads what it has written down: a document, or bytes as they are. */
export function read(document: unknown, status = 200): Exchange {
  const { exchange } = stepRecordOf({});
  const bytes = Buffer.isBuffer(document) ? document : Buffer.from(JSON.stringify(document));
  const body = recordBody(bytes);
  return { ...exchange, purpose: 'observe', response: { status, headers: {}, body } };
}

/** The row of one message that went well. */
export function rowOf(request: unknown, more: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    id: 'r1',
    activity_type: 'a2a_receive',
    workspace_id: WORKSPACE.id,
    target_id: WORKSPACE.id,
    source_id: null,
    method: 'message/send',
    summary: `message/send → ${WORKSPACE.name}`,
    status: 'ok',
    request_body: request,
    ...more,
  };
}
