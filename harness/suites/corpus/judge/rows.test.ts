import { describe, expect, it } from 'vitest';
import type { Expectation, Revision } from '../../../corpus/entry.ts';
import { aftermathOf, read, rowOf } from '../test-support/aftermaths.ts';
import { DELIVERED, REFUSED } from '../test-support/judging.ts';
import { echo, entryWith, recordOf, requestWith, type Scene } from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

const QUEUED = { status: 'queued', delivery_mode: 'poll', method: 'message/send' };
const BUSY: Expectation = { outcome: 'policy', today: 'dropped', status: 202, note: 'queued' };
const BUSY_SCENE: Scene = { read: [], status: 202, reply: { queued: true, queue_id: 'q' } };
const ROW = rowOf(requestWith(), { response_body: echo() });

interface More {
  readonly expectation?: Expectation;
  readonly scene?: Scene;
  readonly entry?: Parameters<typeof entryWith>[1];
  readonly revision?: Revision;
  readonly status?: number;
}

function judge(rows: unknown, more: More = {}) {
  const { expectation = DELIVERED, scene = {}, entry = {}, revision = 'R3', status = 200 } = more;
  const after = aftermathOf({
    activity: read(rows, status),
    ...(entry.agent?.mode === 'poll' && { polls: {} }),
  });
  const record = recordOf(scene, { after, revision });
  return judgeCase(entryWith(expectation, entry), 'strict', revision, record);
}

function findings(rows: unknown, more: More = {}) {
  return judge(rows, more).findings.map(({ clause, actual }) => `${clause}: ${actual}`);
}

describe('a pushed message', () => {
  it('leaves one row with both bodies', () => {
    expect(findings([ROW])).toEqual([]);
  });

  it('must not go unwritten, nor be written twice', () => {
    expect(findings([])).toEqual(['A.12: the activity has 0 rows of 1 messages']);
    expect(findings([ROW, ROW])).toEqual(['A.12: the activity has 2 rows of 1 messages']);
  });

  it.each([
    ['status', 'error', '"error"'],
    ['method', 'message/stream', '"message/stream"'],
    ['summary', 'something', '"something"'],
    ['source_id', 'k1', '"k1"'],
    ['target_id', null, 'null'],
    ['activity_type', 'a2a_send', '"a2a_send"'],
    ['response_body', null, 'null'],
  ])('must not have another %s', (column, value, shown) => {
    expect(findings([{ ...(ROW as object), [column]: value }])).toEqual([
      `A.12: the row of the message has ${column} ${shown}`,
    ]);
  });

  it('must be written as the agent got it', () => {
    const cut = rowOf(requestWith({ messageId: 'other' }), { response_body: echo() });
    expect(findings([cut])).toEqual([
      'A.12: the row of the message has request_body.params.message.messageId "other"',
    ]);
  });

  it('may hold its numbers as a database writes them, and no other numbers', () => {
    const numbers = (text: string) =>
      JSON.stringify(requestWith({ metadata: { n: '#' } })).replace('"#"', text);
    const rowWith = (text: string) =>
      JSON.stringify(rowOf('#', { response_body: echo() })).replace('"#"', numbers(text));
    const found = (text: string) =>
      findings(Buffer.from(`[${rowWith(text)}]`), { scene: { sent: numbers('1.50e1') } }).filter((each) =>
        each.includes('row'),
      );
    expect(found('15.0')).toEqual([]);
    expect(found('15.1')).toEqual([
      'A.12: the row of the message has request_body.params.message.metadata.n 15.1',
    ]);
  });

  it('has null for an answer that is no JSON', () => {
    const scene = { contentType: 'text/event-stream', reply: `data: ${JSON.stringify(echo())}\n\n` };
    const found = findings([rowOf(requestWith(), { response_body: null })], { scene });
    expect(found.filter((each) => each.includes('the row'))).toEqual([]);
  });

  it('is judged in a session row by row, the oldest first', () => {
    const second = requestWith({ messageId: 'm2' });
    const steps = [
      ...recordOf({}).steps,
      ...recordOf({ sent: second }).steps.map((step) => ({ ...step, quietMs: 1 })),
    ];
    const entry = entryWith(DELIVERED, {
      steps: [...entryWith(DELIVERED).steps, ...entryWith(DELIVERED).steps],
    });
    const rows = [rowOf(second, { response_body: echo() }), ROW];
    const actuals = (list: readonly unknown[]) =>
      judgeCase(
        entry,
        'strict',
        'R3',
        recordOf({}, { steps, after: aftermathOf({ activity: read(list) }) }),
      ).findings.map(({ actual }) => actual);
    expect(actuals(rows)).toEqual([]);
    expect(actuals(rows.toReversed())).toHaveLength(2);
  });
});

describe('a message that is not answered by the agent', () => {
  it('leaves no row when the platform refuses it', () => {
    const scene = { arrived: [], status: 400, reply: { error: 'invalid JSON' } };
    expect(findings([], { expectation: REFUSED, scene })).toEqual([]);
    expect(findings([ROW], { expectation: REFUSED, scene })).toEqual([
      'A.12: the activity has 1 rows of 0 messages',
    ]);
  });

  it('leaves none that a polling agent could fetch, though it did', () => {
    const scene = { via: 'poll', read: [], status: 400, reply: { error: 'invalid JSON' } } as const;
    const entry = { agent: { mode: 'poll' } } as const;
    expect(findings([ROW], { expectation: REFUSED, scene, entry })).toContain(
      'A.5: the activity has 1 rows of 0 messages',
    );
  });

  it('is its own row when the agent polls', () => {
    const scene = { reply: QUEUED, via: 'poll' } as const;
    const entry = { agent: { mode: 'poll' } } as const;
    const row = rowOf(requestWith(), { summary: 'message/send → N (queued for poll)' });
    expect(findings([row], { scene, entry })).toEqual([]);
    expect(findings([ROW], { scene, entry })).toEqual([
      'A.5: the row of the message has summary "message/send → N" at character 16',
      expect.stringMatching(/^A\.5: the row of the message has response_body \{/),
    ]);
    expect(findings([], { scene, entry })).toEqual(['A.5: the activity has 0 rows of 1 messages']);
  });

  it('says so in its row when the agent was busy', () => {
    const row = rowOf(requestWith(), { summary: 'message/send → N (queued: target busy)' });
    expect(findings([row], { expectation: BUSY, scene: BUSY_SCENE })).toEqual([]);
    expect(findings([rowOf(requestWith())], { expectation: BUSY, scene: BUSY_SCENE })).toEqual([
      'A.12: the row of the message has summary "message/send → N" at character 16',
    ]);
  });

  it('tells of a failure instead before the rule of the queued row, and either between', () => {
    const told = { summary: 'A2A request to N failed: EOF', status: 'error', error_detail: 'EOF' };
    const found = (row: Readonly<Record<string, unknown>>, revision: Revision) =>
      findings([rowOf(requestWith(), row)], { expectation: BUSY, scene: BUSY_SCENE, revision });
    expect(found(told, 'R1')).toEqual([]);
    expect(found({ ...told, status: 'ok' }, 'R1')).toEqual(['A.12: the row of the message has status "ok"']);
    const ok = { summary: 'message/send → N (queued: target busy)' };
    expect(found(ok, 'R1')).toHaveLength(3);
    for (const row of [ok, told]) expect(found(row, '2026-05-18')).toEqual([]);
  });

  it('has an error in its row when the agent failed', () => {
    const expectation = { outcome: 'rejected', by: 'runtime', status: 500, cause: 'no' } as const;
    const scene = { read: [], status: 500, reply: { error: 'no' } };
    const row = rowOf(requestWith(), { status: 'error', response_body: { error: 'no' } });
    expect(findings([row], { expectation, scene })).toEqual([]);
    expect(findings([rowOf(requestWith())], { expectation, scene })).toEqual([
      'A.12: the row of the message has status "ok"',
    ]);
  });

  it('leaves a row that tells of the failure when its agent cannot be reached', () => {
    const expectation = { outcome: 'rejected', by: 'platform', status: 502, cause: 'reach' } as const;
    const scene = { arrived: [], status: 502, reply: { error: 'failed to reach workspace agent' } };
    const told = { summary: 'A2A request to N failed: refused', status: 'error', error_detail: 'refused' };
    const of = (more: object) =>
      findings([rowOf(requestWith(), { ...told, ...more })], { expectation, scene });
    expect(of({})).toEqual([]);
    expect(of({ status: 'ok' })).toEqual(['A.12: the row of the message has status "ok"']);
    expect(of({ summary: 'sent' })).toEqual(['A.12: the row of the message has summary "sent"']);
    expect(of({ error_detail: null })).toEqual(['A.12: the row of the message has error_detail null']);
    expect(of({ request_body: null })).toEqual(['A.12: the row of the message has request_body null']);
    const lost = { lost: [JSON.stringify(requestWith())] };
    expect(of({ request_body: lost })).toEqual([expect.stringContaining('has request_body.')]);
    expect(findings([], { expectation, scene })).toEqual(['A.12: the activity has 0 rows of 1 messages']);
  });

  it('is said not to be judged by its row when nobody knows what became of it', () => {
    const scene = { arrived: [], failure: { code: 'HANG', message: 'no reply' } };
    expect(judge([ROW], { scene }).unjudged).toEqual([
      'rows (A.12): the reply to message 1 does not say what became of it',
    ]);
    expect(findings([ROW], { scene }).filter((each) => each.includes('rows'))).toEqual([]);
  });
});

describe('an activity that cannot be read', () => {
  it('is none that begins with a byte order mark', () => {
    const bytes = Buffer.from(`\ufeff${JSON.stringify([ROW])}`);
    expect(findings(bytes)).toEqual([]);
  });

  it.each([404, 405, 501])('is said not to be judged where the subject has none (%s)', (status) => {
    expect(judge({ error: 'no' }, { status })).toMatchObject({
      verdict: 'passed',
      unjudged: [`rows (A.12): GET /activity answers ${status}`],
    });
  });

  it.each([401, 500])('is a broken clause where it is refused (%s)', (status) => {
    expect(findings({ error: 'no' }, { status })).toEqual([`C.1: ${status} {"error":"no"}`]);
  });
});
