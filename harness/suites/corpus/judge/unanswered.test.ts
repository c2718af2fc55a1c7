import { describe, expect, it } from 'vitest';
import type { Delivered } from '../../../corpus/entry.ts';
import { aftermathOf, read, rowOf } from '../test-support/aftermaths.ts';
import { entryWith, recordOf, requestWith, type Scene } from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

const CUT: Delivered = {
  ...{ outcome: 'delivered', rewrites: [], schema: '0.3' },
  unanswered: { status: 502, cause: 'failed to read agent response' },
};
const TOLD = { error: 'failed to read agent response', delivery_confirmed: true };

function actuals(scene: Scene, rows: readonly unknown[] = [rowOf(requestWith())]): readonly string[] {
  const record = recordOf(
    { status: 502, reply: TOLD, said: [], ...scene },
    { after: aftermathOf({ activity: read(rows) }) },
  );
  return judgeCase(entryWith(CUT), 'strict', 'R3', record).findings.map(({ actual }) => actual);
}

describe('a message whose answer broke off', () => {
  it('is delivered where its sender was told so', () => {
    expect(actuals({})).toEqual([]);
  });

  it.each([
    [{ status: 200, reply: undefined, said: undefined }, 'the sender got HTTP 200 and a result'],
    [
      { status: 502, reply: { error: 'failed to reach workspace agent' } },
      /"failed to reach workspace agent"$/,
    ],
    [{ status: 503, reply: TOLD }, /^the sender got HTTP 503 and /],
    [{ status: 202, reply: { queued: true, queue_id: 'q' } }, /was told that the message is queued$/],
  ] as const)('must not be told otherwise, with %j', (scene, words) => {
    expect(actuals(scene as Scene)).toContainEqual(
      typeof words === 'string' ? words : expect.stringMatching(words),
    );
  });

  it.each([false, 'true', undefined])('is not told with delivery_confirmed %j', (confirmed) => {
    expect(actuals({ reply: { ...TOLD, delivery_confirmed: confirmed } })).toEqual([
      `the sender is told delivery_confirmed ${JSON.stringify(confirmed)}`,
    ]);
  });

  it('has to have arrived, and once', () => {
    expect(actuals({ arrived: [] })).toContainEqual(expect.stringMatching(/^nothing arrived at the runtime/));
    expect(actuals({ arrived: [requestWith(), requestWith()] })).toContain('it arrived 2 times');
  });

  it('leaves a row that tells of no failure', () => {
    expect(actuals({}, [])).toEqual(['the activity has 0 rows of 1 messages']);
    expect(actuals({}, [rowOf(requestWith(), { status: 'error' })])).toEqual([
      'the row of the message has status "error"',
    ]);
  });
});
