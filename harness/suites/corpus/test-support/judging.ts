import type { Delivered, Expectation, Rejected } from '../../../corpus/entry.ts';
import type { Reading } from '../../../wire/exchange.ts';
import { judgeCase } from '../judge/judge-case.ts';
import { entryWith, recordOf, type Scene } from './records.ts';

/** Delivered as it was sent. */
export const DELIVERED: Delivered = { outcome: 'delivered', rewrites: [], schema: '0.3' };

/** Refused by the platform because it is no JSON. */
export const REFUSED: Rejected = { outcome: 'rejected', by: 'platform', status: 400, cause: 'invalid JSON' };

/** A message of which agent code reads no part. */
export const EMPTY: Reading = {
  role: 'user',
  messageId: 'm1',
  contextId: null,
  taskId: null,
  metadata: null,
  parts: [],
};

type EntryMore = Parameters<typeof entryWith>[1];

/** Judges what happened in a scene against one expectation. */
export function judge(expectation: Expectation, scene: Scene, more: NonNullable<EntryMore> = {}) {
  const record = recordOf(scene, { route: more.route ?? 'platform' });
  return judgeCase(entryWith(expectation, more), 'strict', 'R3', record);
}

/** What the findings of that judgement saw, a line each. */
export function actuals(expectation: Expectation, scene: Scene, more: NonNullable<EntryMore> = {}): string {
  return judge(expectation, scene, more)
    .findings.map(({ actual }) => actual)
    .join('\n');
}
