import { describe, expect, it } from 'vitest';
import { actuals, DELIVERED, EMPTY, judge, REFUSED } from '../test-support/judging.ts';
import {
  echo,
  entryWith,
  NONCE,
  recordOf,
  requestWith,
  stepRecordOf,
  stepWith,
} from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

describe('a delivered message', () => {
  it('passes when it arrived once, was read once and was answered', () => {
    expect(judge(DELIVERED, {})).toMatchObject({ verdict: 'passed', outcome: 'delivered', findings: [] });
  });

  it('is judged the same after a round trip through JSON', () => {
    const record = recordOf({});
    const again = judgeCase(entryWith(DELIVERED), 'strict', 'R3', JSON.parse(JSON.stringify(record)));
    expect(again).toEqual(judgeCase(entryWith(DELIVERED), 'strict', 'R3', record));
  });

  it('is dropped when nothing arrived, whatever the reply says', () => {
    const judged = judge(DELIVERED, { arrived: [] });
    expect(judged).toMatchObject({ verdict: 'failed', outcome: 'dropped' });
    expect(judged.reason).toMatch(/nothing arrived at the runtime/);
  });

  it('is dropped when its text stayed in `content`, and the finding names the lost text', () => {
    const sent = requestWith({ parts: undefined, content: `hello ${NONCE}` });
    const judged = judge(DELIVERED, { sent, read: [EMPTY], reply: echo('echo: ') });
    expect(judged.outcome).toBe('dropped');
    expect(judged.findings.map(({ actual }) => actual).join('\n')).toContain(
      `text lost: the runtime received content "hello ${NONCE}" and agent code read 0 parts`,
    );
  });

  it('is altered when a part changed on the way', () => {
    const parts = [{ kind: 'text', text: `hello ${NONCE}!` }];
    const judged = judge(DELIVERED, { arrived: [requestWith({ parts })] });
    expect(judged).toMatchObject({ verdict: 'failed', outcome: 'delivered-altered' });
    expect(judged.findings[0]).toMatchObject({
      clause: 'A.4',
      expected: [`params.message.parts[0].text = "hello ${NONCE}"`],
      actual: `params.message.parts[0].text = "hello ${NONCE}!"`,
    });
  });

  it('is altered when agent code read something else than what arrived', () => {
    const read = [{ ...EMPTY, parts: [{ kind: 'text' as const, text: `${NONCE} only` }] }];
    expect(judge(DELIVERED, { read })).toMatchObject({ verdict: 'failed', outcome: 'delivered-altered' });
  });

  it('fails when it arrives twice or is handed over twice', () => {
    expect(actuals(DELIVERED, { arrived: [requestWith(), requestWith()] })).toMatch(/arrived 2 times/);
    const twice = [requestWith(), requestWith()].map(() => ({
      ...EMPTY,
      parts: [{ kind: 'text' as const, text: `hello ${NONCE}` }],
    }));
    expect(actuals(DELIVERED, { read: twice })).toMatch(/agent code was called 2 times/);
  });

  it('fails when it arrived and agent code was never called', () => {
    expect(actuals(DELIVERED, { read: [] })).toMatch(/agent code was never called/);
  });

  it('is a failed task when the answer says so', () => {
    const reply = {
      jsonrpc: '2.0',
      id: 'q1',
      result: { kind: 'task', id: 't', status: { state: 'failed' } },
    };
    expect(judge(DELIVERED, { reply })).toMatchObject({ verdict: 'failed', outcome: 'failed-task' });
  });

  it('is a failed task when it was canceled or rejected, and when a stream that began well ends so', () => {
    for (const state of ['canceled', 'rejected', 'TASK_STATE_CANCELED']) {
      const result = { kind: 'status-update', status: { state }, final: true };
      const stream = [echo(), { jsonrpc: '2.0', id: 'q1', result }];
      const reply = stream.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
      const scene = { reply, contentType: 'text/event-stream' };
      expect(judge(DELIVERED, scene)).toMatchObject({ verdict: 'failed', outcome: 'failed-task' });
    }
  });

  it('fails when the reply carries another id, even the same one as a string', () => {
    const sent = { ...requestWith(), id: 7 };
    expect(actuals(DELIVERED, { sent, reply: echo(undefined, '7') })).toMatch(/the id of the reply is "7"/);
    expect(judge(DELIVERED, { sent, reply: echo(undefined, 7) }).verdict).toBe('passed');
  });

  it('fails when the answer repeats the nonce only in the history', () => {
    const history = [{ role: 'user', parts: [{ kind: 'text', text: NONCE }] }];
    const reply = {
      jsonrpc: '2.0',
      id: 'q1',
      result: { kind: 'task', status: { state: 'completed' }, history },
    };
    expect(actuals(DELIVERED, { reply })).toMatch(/the answer is to something else/);
  });

  it('fails against the schema that the expectation names', () => {
    const sent = { ...requestWith(), jsonrpc: '1.0' };
    expect(actuals(DELIVERED, { sent })).toMatch(/\/jsonrpc must be equal to constant/);
    expect(judge({ ...DELIVERED, schema: 'none', schemaReason: 'deliberately' }, { sent }).verdict).toBe(
      'passed',
    );
  });

  it('keeps big integers, -0 and exponents to the digit', () => {
    const sent = JSON.stringify(requestWith()).replace('"m1"', '"m1","metadata":{"n":9007199254740993}');
    expect(
      judge(DELIVERED, { sent, read: [{ ...EMPTY, metadata: { n: 9007199254740992 }, parts: hello() }] })
        .verdict,
    ).toBe('passed');
    const rounded = sent.replace('9007199254740993', '9007199254740992');
    const read = [{ ...EMPTY, metadata: { n: 9007199254740992 }, parts: hello() }];
    expect(actuals(DELIVERED, { sent, arrived: [rounded], read })).toContain(
      'params.message.metadata.n = 9007199254740992',
    );
  });

  it('takes the last of duplicate members and `__proto__` for data', () => {
    const sent = JSON.stringify(requestWith()).replace(
      '"m1"',
      '"m0","messageId":"m1","metadata":{"__proto__":{"a":1}}',
    );
    expect(
      judge(DELIVERED, {
        sent,
        arrived: [sent.replace('"messageId":"m0",', '')],
        read: [{ ...EMPTY, metadata: {}, parts: hello() }],
      }).verdict,
    ).toBe('passed');
    const stripped = sent.replace('"__proto__":{"a":1}', '');
    expect(actuals(DELIVERED, { sent, arrived: [stripped], read: [{ ...EMPTY, parts: hello() }] })).toContain(
      'params.message.metadata.__proto__ is missing',
    );
  });

  it('is acknowledged by the queue on a polled workspace', () => {
    const reply = { status: 'queued', delivery_mode: 'poll', method: 'message/send' };
    const polled = { agent: { mode: 'poll' as const } };
    expect(judge(DELIVERED, { reply }, polled).verdict).toBe('passed');
    expect(actuals(DELIVERED, { reply: { ...reply, method: '' } }, polled)).toMatch(/queued/);
    expect(judge(DELIVERED, { reply, arrived: [] }, polled)).toMatchObject({
      verdict: 'failed',
      outcome: 'dropped',
    });
  });

  it('may be answered by a stream of events', () => {
    const reply = `: hi\n\ndata: ${JSON.stringify(echo())}\n\n`;
    expect(judge(DELIVERED, { reply, contentType: 'text/event-stream' }, { route: 'direct' }).verdict).toBe(
      'passed',
    );
    const failed = `data: {"jsonrpc":"2.0","id":"q1","error":{"code":-32001,"message":"gone"}}\n\n`;
    expect(judge(DELIVERED, { reply: failed, contentType: 'text/event-stream' })).toMatchObject({
      outcome: 'rejected-loud',
    });
  });
});

describe('a record that cannot be judged', () => {
  it('is errored when nothing was sent', () => {
    const judged = judgeCase(entryWith(DELIVERED), 'strict', 'R3', recordOf({}, { steps: [] }));
    expect(judged).toMatchObject({
      verdict: 'errored',
      reason: 'nothing was sent, so nothing can be judged',
    });
  });

  it('is errored when the request cannot be sent, whatever did not come then', () => {
    const failure = { code: 'UNSENDABLE', message: 'header `expect` …', before: 'sending' as const };
    const judged = judge(DELIVERED, { arrived: [], failure });
    expect(judged).toMatchObject({
      verdict: 'errored',
      reason: 'the request was not sent: header `expect` …',
    });
  });

  it('is errored when the inbox could not be read', () => {
    const steps = [{ ...stepRecordOf({}), inboxFailure: 'refused' }];
    expect(judgeCase(entryWith(DELIVERED), 'strict', 'R3', recordOf({}, { steps })).verdict).toBe('errored');
  });

  it('fails with the finding of its preparation', () => {
    const preparationFinding = {
      clause: 'F.2',
      expected: ['201'],
      actual: 'the workspace was not created: 404',
    };
    const record = recordOf({}, { steps: [], prepared: false, preparationFinding });
    const judged = judgeCase(entryWith(REFUSED), 'strict', 'R3', record);
    expect(judged).toMatchObject({ verdict: 'failed', findings: [preparationFinding] });
  });
});

describe('a session', () => {
  it('fails when a reply lacks what a later step needs', () => {
    const steps = [stepWith(DELIVERED, { capture: { task: '/result/id' } }), stepWith(DELIVERED)];
    const first = { ...stepRecordOf({}), notCaptured: { task: '/result/id' } };
    const judged = judgeCase(
      entryWith(DELIVERED, { steps }),
      'strict',
      'R3',
      recordOf({}, { steps: [first] }),
    );
    expect(judged.findings.map(({ actual }) => actual)).toEqual([
      'the reply has nothing at /result/id',
      'the session ended after step 1',
    ]);
  });
});

function hello() {
  return [{ kind: 'text' as const, text: `hello ${NONCE}` }];
}
