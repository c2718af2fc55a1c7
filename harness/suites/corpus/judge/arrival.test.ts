import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../../corpus/entry.ts';
import { aftermathOf, type Later } from '../test-support/aftermaths.ts';
import { DELIVERED, REFUSED } from '../test-support/judging.ts';
import { entryWith, recordOf, type Scene } from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

const QUEUED = { status: 'queued', delivery_mode: 'poll', method: 'message/send' };
const POLLED = { agent: { mode: 'poll' } } as const;

function findings(
  expectation: Expectation,
  scene: Scene,
  later: Later,
  more: Parameters<typeof entryWith>[1] = {},
) {
  const record = recordOf(scene, { after: aftermathOf(later) });
  const judged = judgeCase(entryWith(expectation, more), 'strict', 'R3', record);
  return judged.findings.map(({ clause, actual }) => `${clause}: ${actual}`);
}

describe('until all is quiet', () => {
  it('says nothing of a message that arrived once', () => {
    expect(findings(DELIVERED, {}, {})).toEqual([]);
    expect(findings(DELIVERED, { reply: QUEUED, via: 'poll' }, { polls: {} }, POLLED)).toEqual([]);
  });

  it('finds a message that is sent again after the reply', () => {
    expect(findings(DELIVERED, {}, { late: ['push'] })).toEqual([
      'A.7: the runtime got 2 requests by push for 1 messages',
    ]);
  });

  it('finds agent code that is called once more, though nothing has arrived', () => {
    expect(findings(DELIVERED, {}, { lateHanded: 1 })).toEqual([
      'A.7: agent code was called once more after the last reply',
    ]);
    expect(findings(DELIVERED, {}, { late: ['push'], lateHanded: 1 })).toEqual([
      'A.7: the runtime got 2 requests by push for 1 messages',
    ]);
  });

  it('finds a refused message that is sent after all', () => {
    const refused = { arrived: [], status: 400, reply: { error: 'invalid JSON' } };
    expect(findings(REFUSED, refused, {})).toEqual([]);
    expect(findings(REFUSED, refused, { late: ['push'] })).toEqual([
      'A.1: the runtime got 1 requests by push for 0 messages',
    ]);
  });

  it('finds a queued message that is sent again, whatever was demanded of it', () => {
    const busy = { outcome: 'policy', today: 'dropped', status: 202, note: 'queued' } as const;
    const scene = { read: [], status: 202, reply: { queued: true, queue_id: 'q' } };
    expect(findings(busy, scene, {})).toEqual([]);
    expect(findings(busy, scene, { late: ['push'] })).toEqual([
      'A.10: the runtime got 2 requests by push for 1 messages',
    ]);
  });
});

describe('a workspace that is polled', () => {
  it('must not be pushed to, even where it gets the message only once', () => {
    expect(findings(DELIVERED, { reply: QUEUED, via: 'push' }, { polls: {} }, POLLED)).toEqual([
      'A.5: it was pushed to the agent once, which polls',
    ]);
  });

  it('must not be pushed to later, beside the row', () => {
    const scene = { reply: QUEUED, via: 'poll' } as const;
    expect(findings(DELIVERED, scene, { late: ['push'], polls: {} }, POLLED)).toEqual([
      'A.5: it was pushed to the agent once, which polls',
      'A.5: the runtime got 2 requests by poll and push for 1 messages',
    ]);
  });

  it('is told of by its own poll client when a row comes again behind a cursor', () => {
    const scene = { reply: QUEUED, via: 'poll' } as const;
    const repeats = (activityId: string) => ({
      polls: { repeated: 7, repeats: [{ cursor: 'r1', activityId }] },
    });
    expect(findings(DELIVERED, scene, repeats('r1'), POLLED)).toEqual([
      'C.1: the cursor row itself came again behind its cursor, 7 times in all',
    ]);
    expect(findings(DELIVERED, scene, repeats('r0'), POLLED)).toEqual([
      'C.1: a row read before came again behind its cursor, 7 times in all',
    ]);
  });

  it('cannot be called quiet when its activity is not answered any more', () => {
    const scene = { reply: QUEUED, via: 'poll' } as const;
    expect(findings(DELIVERED, scene, { polls: { further: 0 } }, POLLED)).toEqual([
      'C.1: only 0 pages came to it after the last reply',
    ]);
  });
});

it('a case whose late inbox could not be read is not judged', () => {
  const after = { ...aftermathOf({}), inboxFailure: 'no inbox' };
  const judged = judgeCase(entryWith(DELIVERED), 'strict', 'R3', recordOf({}, { after }));
  expect(judged).toMatchObject({ verdict: 'errored', reason: 'the inbox could not be read: no inbox' });
});
