import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Exchange } from '../../wire/exchange.ts';
import { recordBody } from '../../wire/recorded-body.ts';
import { judgeContract } from './judge.ts';
import { openChecks } from './language/checks.ts';
import { int, uuid } from './language/index.ts';
import { loadPactum, type ReplyPattern } from './language/pattern.ts';
import { type Reply, replyOf } from './language/reply.ts';

beforeAll(loadPactum);

describe('a reply', () => {
  const REPLY = reply(200, '{"id":"x","queued":true,"depth":2}', { 'retry-after': '30' });
  const actuals = (pattern: ReplyPattern, given = REPLY) => {
    const { checks, expect: say } = openChecks('A.5');
    say('it is queued', given, pattern);
    return judgeContract({ checks, exchanges: [given.exchange] }).findings.map(({ actual }) => actual);
  };

  it('is as it must be when every member of the pattern holds', () => {
    const like = { queued: true, depth: int() };
    expect(actuals({ status: 200, like, headers: { 'retry-after': '30', 'x-none': null } })).toEqual([]);
    expect(actuals({ text: /queued/, without: ['error'] })).toEqual([]);
    expect(actuals({ status: [200, 202] })).toEqual([]);
  });

  it('of another status is told with what came, and nothing else about it', () => {
    expect(actuals({ status: 202, like: { error: 'x' } })).toEqual([
      'it is queued: 200 {"id":"x","queued":true,"depth":2}',
    ]);
  });

  it.each<[string, ReplyPattern, RegExp]>([
    ['a member of another value', { like: { depth: 3 } }, /'3' at '\$\.depth' but found '2'/],
    ['a member that is not there', { like: { error: 'x' } }, /doesn't have property 'error'/],
    ['a member of another type', { like: { id: uuid() } }, /"UUID"/],
    ['a member that must not be there', { without: ['queued'] }, /it has queued/],
    ['another header', { headers: { 'retry-after': '15' } }, /retry-after is 30/],
    ['a header that is not there', { headers: { 'x-none': /./ } }, /there is no x-none/],
    ['a header that must not be there', { headers: { 'retry-after': null } }, /retry-after is 30/],
    ['another body', { text: 'x' }, /it is queued: 200/],
    ['something internal', { leaks: ['depth'] }, /it tells depth/],
  ])('with %s is a finding', (_what, pattern, told) => {
    expect(actuals(pattern)).toEqual([expect.stringMatching(told)]);
  });

  it('that is no JSON has no document, and one that never came is told so', () => {
    expect(actuals({ like: {} }, reply(200, '<html>'))).toEqual([
      expect.stringContaining('no JSON document'),
    ]);
    const { exchange, ...lost } = reply(200, '');
    const { response: _none, ...gone } = exchange;
    const never = { ...lost, status: undefined, exchange: { ...gone, failure: FAILURE } };
    expect(actuals({ like: {} }, never)).toEqual(['it is queued: no reply, ECONNRESET: reset']);
  });
});

test('a value is compared as a whole, and a document may have more where the case says so', () => {
  const { checks, expect: say } = openChecks('B');
  say.value('the rows', [{ a: 1, b: 2 }], [{ a: 1 }]);
  say.like('the row', { a: 1, b: 2 }, { a: 1 });
  say.value('arrivals', 2, 1, 'A.7');
  const { findings, verdict } = judgeContract({ checks, exchanges: [] });
  expect(verdict).toBe('failed');
  expect(findings.map(({ clause, actual }) => [clause, actual.split(';')[0]])).toEqual([
    ['B', 'the rows: [{"a":1,"b":2}]'],
    ['A.7', 'arrivals: 2'],
  ]);
});

test('a case that has checked nothing has not passed', () => {
  expect(judgeContract({ checks: [], exchanges: [] })).toMatchObject({ verdict: 'errored' });
});

test('what the world does not let anybody judge is not applicable, whatever was seen of it', () => {
  const unjudged = 'time cannot be put forward';
  expect(judgeContract({ checks: [], exchanges: [], unjudged })).toMatchObject({
    verdict: 'not-applicable',
    reason: unjudged,
  });
});

test('a rate that is limited accuses nobody', () => {
  const limited = reply(429, '{"error":"slow down"}');
  const { checks, expect: say } = openChecks('A.5');
  say('it is queued', limited, { status: 200 });
  expect(judgeContract({ checks, exchanges: [limited.exchange] })).toMatchObject({
    verdict: 'inconclusive',
    findings: [],
  });
});

const FAILURE = { code: 'ECONNRESET', message: 'reset', before: 'head' } as unknown as NonNullable<
  Exchange['failure']
>;

function reply(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = Buffer.from(text);
  const exchange: Exchange = {
    ...{ requestId: 'q', purpose: 'replay', startedAt: '2026-11-28T00:00:00.000Z', durationMs: 1 },
    request: { method: 'POST', url: 'http://h/', headers: {}, body: recordBody(Buffer.alloc(0)) },
    response: { status, headers, body: recordBody(body) },
  };
  return replyOf({ exchange, reply: { status, headers, body, truncated: false } });
}
