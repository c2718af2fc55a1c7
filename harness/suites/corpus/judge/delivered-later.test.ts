import { describe, expect, it } from 'vitest';
import type { DeliveredLater, Expectation } from '../../../corpus/entry.ts';
import { readingOf } from '../../../wire/reply/message-reading.ts';
import type { CaseRecord, Coming } from '../case-record.ts';
import { aftermathOf, read } from '../test-support/aftermaths.ts';
import { DELIVERED, REFUSED } from '../test-support/judging.ts';
import {
  entryWith,
  recordOf,
  requestWith,
  type Scene,
  stepRecordOf,
  stepWith,
} from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

const LATER: DeliveredLater = { outcome: 'delivered-later', status: 202, rewrites: [], schema: '0.3' };
const REPEAT: DeliveredLater = { ...LATER, repeats: true };
const request = (messageId: string) => requestWith({ messageId });

/** What a busy agent's sender is told. */
const acknowledged = (queueId: string) => ({
  queued: true,
  queue_id: queueId,
  queue_depth: 1,
  message: 'later',
});

/** A message that the agent could not take: it was tried once, and the sender was told that it waits. */
function tried(messageId = 'm1', more: Scene = {}): Scene {
  const sent = request(messageId);
  return { sent, read: [], status: 202, reply: acknowledged(`q-${messageId}`), said: [], ...more };
}

/** What a heartbeat brought, in this order; an agent that is busy has not got it. */
function came(requests: readonly unknown[], as: Coming['as'] = 'push', from = 10): Coming {
  const readings = requests.map((one) => readingOf(one));
  const { exchange, inboxAfter } = stepRecordOf({ arrived: requests, read: readings });
  const { arrivals, handed } = inboxAfter;
  const later = <T extends object>(items: readonly T[]) =>
    items.map((item, at) => ({ ...item, seq: from + at }));
  return { as, exchange, arrivals: later(arrivals), handed: as === 'busy' ? [] : later(handed) };
}

const NOTHING = { arrivals: [], handed: [] } as const;

function judged(
  scenes: readonly Scene[],
  comings: readonly Coming[],
  expectations: readonly Expectation[] = scenes.map(() => LATER),
  early: NonNullable<CaseRecord['returned']>['early'] = NOTHING,
) {
  const steps = expectations.map((expectation) => stepWith(expectation, {}));
  const entry = entryWith(LATER, { steps, agent: { mode: 'busy' }, returns: ['push'] });
  const record = recordOf(
    {},
    {
      steps: scenes.map((scene) => stepRecordOf(scene)),
      returned: { early, comings },
      after: aftermathOf({}),
    },
  );
  return judgeCase(entry, 'strict', 'R3', record);
}

function actuals(...given: Parameters<typeof judged>): readonly string[] {
  return judged(...given).findings.map(({ actual }) => actual);
}

describe('a message for a busy agent', () => {
  it('passes when it was acknowledged, and comes once when the agent is free', () => {
    expect(judged([tried()], [came([request('m1')])])).toMatchObject({
      verdict: 'passed',
      outcome: 'delivered',
    });
  });

  it('is lost when it never comes', () => {
    expect(judged([tried()], [came([])])).toMatchObject({ verdict: 'failed', outcome: 'dropped' });
  });

  it('may come once only', () => {
    expect(actuals([tried()], [came([request('m1'), request('m1')])])).toContain('it arrived 2 times');
  });

  it('must not come before the agent has come back', () => {
    const { arrivals, handed } = came([request('m1')]);
    expect(actuals([tried()], [came([])], [LATER], { arrivals, handed })).toContain(
      'the agent got 1 request before it came back',
    );
  });

  it('must be the message that was tried first', () => {
    const [altered] = actuals([tried()], [came([{ ...request('m1'), id: 'other' }])]).filter((line) =>
      line.startsWith('what was sent later'),
    );
    expect(altered).toBe('what was sent later has id = "other"');
  });

  it('is tried once before it waits', () => {
    const twice = tried('m1', { arrived: [request('m1'), request('m1')] });
    expect(actuals([twice], [came([request('m1')])])).toEqual(['the agent was asked 2 times']);
  });

  it('is tried by an agent that is still busy, which is no delivery', () => {
    const busy = came([request('m1')], 'busy', 5);
    expect(judged([tried()], [busy, came([request('m1')])]).verdict).toBe('passed');
    expect(judged([tried()], [busy, came([])]).outcome).toBe('dropped');
  });

  it('is asked once with a heartbeat, by the same request, while it is busy still', () => {
    const back = came([request('m1')]);
    const twice = came([request('m1'), request('m1')], 'busy', 5);
    expect(actuals([tried()], [twice, back])).toEqual(['one heartbeat brought 2 requests']);
    const renamed = came([{ ...request('m1'), id: 'other' }], 'busy', 5);
    expect(actuals([tried()], [renamed, back])).toEqual(['what was sent later has id = "other"']);
  });

  it.each([
    { queued: true, queue_id: '', queue_depth: 1, message: 'later' },
    { queued: true, queue_id: 'q', queue_depth: 0, message: 'later' },
    { queued: true, queue_id: 'q', message: 'later' },
    { queued: true, queue_id: 'q', queue_depth: 1 },
    { status: 'queued' },
  ])('must be acknowledged whole, not with %j', (reply) => {
    expect(actuals([tried('m1', { reply })], [came([request('m1')])])).toEqual([
      `the acknowledgement is 202 ${JSON.stringify(reply)}`,
    ]);
  });

  it('is not acknowledged by a result, nor with 200', () => {
    expect(actuals([tried('m1', { status: 200 })], [came([request('m1')])])).toEqual([
      expect.stringMatching(/^the acknowledgement is 200 /),
    ]);
  });
});

describe('several of them', () => {
  const two = [tried('m1'), tried('m2')];
  const each = (...ids: readonly string[]) => ids.map((id, at) => came([request(id)], 'push', 10 + at));

  it('come one with each heartbeat, however late', () => {
    expect(actuals(two, [came([request('m1'), request('m2')])])).toEqual([
      'one heartbeat brought 2 requests',
    ]);
    const late = [came([]), came([request('m1'), request('m2')])];
    expect(judged(two, late).verdict).toBe('passed');
  });

  it('come in the order in which they were queued', () => {
    expect(judged(two, each('m1', 'm2')).verdict).toBe('passed');
    expect(actuals(two, each('m2', 'm1'))).toEqual(['they arrived in the order 2, 1']);
  });

  it('wait under numbers of their own', () => {
    const same = [tried('m1'), tried('m2', { reply: acknowledged('q-m1') })];
    expect(actuals(same, each('m1', 'm2'))).toEqual(['two messages wait under one queue_id']);
  });

  it('are one where the second repeats the first', () => {
    const expectations = [LATER, REPEAT];
    const again = [tried('m1'), tried('m1')];
    expect(judged(again, [came([request('m1')])], expectations).verdict).toBe('passed');
    expect(actuals(again, [came([request('m1'), request('m1')])], expectations)).toContain(
      'it arrived 2 times',
    );
    const renumbered = [tried('m1'), tried('m1', { reply: acknowledged('q-other') })];
    expect(actuals(renumbered, [came([request('m1')])], expectations)).toEqual([
      'its repetition got another queue_id',
    ]);
  });
});

it('finds a refused message that comes when the agent has come back', () => {
  const refused = { sent: request('m1'), arrived: [], status: 400, reply: { error: 'invalid JSON' } };
  expect(judged([refused], [came([])], [REFUSED]).verdict).toBe('passed');
  expect(actuals([refused], [came([request('m1')])], [REFUSED])).toContain('it arrived at the runtime once');
});

it('finds a message of before that is sent again when the agent has restarted', () => {
  const restarted = (comings: readonly Coming[]) => {
    const entry = entryWith(DELIVERED, { steps: [stepWith(DELIVERED), stepWith(LATER)] });
    const steps = [{ sent: request('m1') }, tried('m2')].map((scene) => stepRecordOf(scene));
    const record = recordOf({}, { steps, returned: { early: NOTHING, comings }, after: aftermathOf({}) });
    return judgeCase(entry, 'strict', 'R3', record).findings.map(({ actual }) => actual);
  };
  expect(restarted([came([request('m2')])])).toEqual([]);
  expect(restarted([came([request('m1')])])).toContain('it arrived 2 times');
});

it('cannot judge a return that did not happen', () => {
  const record = recordOf(tried(), { returned: { early: NOTHING, comings: [], inboxFailure: 'gone' } });
  const entry = entryWith(LATER, { agent: { mode: 'busy' }, returns: ['push'] });
  expect(judgeCase(entry, 'strict', 'R3', record)).toMatchObject({
    verdict: 'errored',
    reason: 'the inbox could not be read: gone',
  });
});

describe('a platform that will not have the agent back', () => {
  const answered = (answers: object) => ({
    ...came([]),
    exchange: read({ agent: 'a', url: 'u', ...answers }),
  });
  const registration = { status: 200, body: { status: 'registered' } };

  it.each([
    [{ registration: { status: 409, body: {} } }, 'E.1', 'POST /registry/register was answered 409'],
    [{ registration: { status: 0, body: {} } }, 'E.1', 'POST /registry/register was left without a reply'],
    [{ registration, heartbeat: { status: 500 } }, 'E.2', 'POST /registry/heartbeat was answered 500'],
  ])('has failed at that, with %j', (answers, clause, what) => {
    expect(judged([tried()], [answered(answers)]).findings).toMatchObject([
      { clause, actual: `the agent could not come back: ${what}` },
    ]);
  });

  it('has not, where all was taken', () => {
    const answers = { registration, heartbeat: { status: 200, body: { status: 'ok' } } };
    const [finding] = judged([tried()], [answered(answers)]).findings;
    expect(finding?.actual).toMatch(/^nothing arrived/);
  });
});

describe('a message of which nobody knows whether it has to wait', () => {
  const undecided: Expectation = {
    ...{ outcome: 'policy', today: 'delivered', status: 202, note: 'nobody knows the day' },
    comesLater: true,
  };

  it('is as recorded where it was tried, waited and came', () => {
    const record = judged([tried()], [came([request('m1')])], [undecided]);
    expect(record).toMatchObject({ verdict: 'passed', policy: 'as-recorded' });
  });

  it('has changed where it was answered at once', () => {
    const answered = judged([{ sent: request('m1'), arrived: [request('m1')] }], [came([])], [undecided]);
    expect(answered).toMatchObject({ verdict: 'passed', policy: 'changed' });
  });
});
