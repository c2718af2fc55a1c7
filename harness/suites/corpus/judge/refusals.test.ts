import { describe, expect, it } from 'vitest';
import type { Policy, Rejected } from '../../../corpus/entry.ts';
import { actuals, EMPTY, judge, REFUSED } from '../test-support/judging.ts';
import { echo, NONCE } from '../test-support/records.ts';

describe('a refusal', () => {
  it('passes when the named side gave it for the named cause and nothing arrived', () => {
    const scene = { arrived: [], status: 400, reply: { error: 'invalid JSON' } };
    expect(judge(REFUSED, scene)).toMatchObject({ verdict: 'passed', outcome: 'rejected-loud' });
  });

  it.each([
    ['another cause', { arrived: [], status: 400, reply: { error: 'no such thing' } }],
    ['another status', { arrived: [], status: 500, reply: { error: 'invalid JSON' } }],
    ['HTML', { arrived: [], status: 400, reply: '<h1>invalid JSON</h1>' }],
    ['an empty body', { arrived: [], status: 400, reply: '' }],
    ['an empty object', { arrived: [], status: 200, reply: {} }],
    ['an arrival', { read: [], status: 400, reply: { error: 'invalid JSON' } }],
    ['a hand-over', { status: 400, reply: { error: 'invalid JSON' } }],
    ['a dropped connection', { arrived: [], failure: { code: 'ECONNRESET', message: 'reset' } }],
  ])('fails with %s', (_name, scene) => {
    expect(judge(REFUSED, scene).verdict).toBe('failed');
  });

  it('by the runtime needs the arrival of these very bytes', () => {
    const expectation: Rejected = {
      outcome: 'rejected',
      by: 'runtime',
      status: 200,
      code: -32602,
      cause: 'messageId',
    };
    const reply = {
      jsonrpc: '2.0',
      id: 'q1',
      error: { code: -32602, message: 'Invalid params', data: 'messageId is required' },
    };
    const direct = { route: 'direct' as const };
    expect(judge(expectation, { read: [], reply }, direct).verdict).toBe('passed');
    expect(actuals(expectation, { read: [], arrived: [], reply }, direct)).toMatch(
      /somebody else refused it/,
    );
    expect(actuals(expectation, { read: [], arrived: [{}], reply }, direct)).toMatch(/not what was sent/);
    expect(judge({ ...expectation, code: -32600 }, { read: [], reply }, direct).verdict).toBe('failed');
  });
});

describe('a policy', () => {
  const policy: Policy = { outcome: 'policy', today: 'dropped', status: 200, note: 'as it is today' };

  it('is as recorded or changed, and never fails', () => {
    expect(judge(policy, { read: [EMPTY], reply: echo('echo: ') })).toMatchObject({
      verdict: 'passed',
      policy: 'as-recorded',
    });
    expect(judge(policy, {})).toMatchObject({ verdict: 'passed', policy: 'changed', findings: [] });
  });

  it.each([
    ['hang', { failure: { code: 'HANG', message: 'no complete reply' } }],
    ['rejected-opaque', { status: 500, reply: '<pre>' }],
    ['delivered-altered', { read: [{ ...EMPTY, parts: [...hello(), ...hello()] }] }],
    ['delivered', {}],
  ])('classifies %s', (outcome, scene) => {
    expect(judge(policy, scene).outcome).toBe(outcome);
  });
});

function hello() {
  return [{ kind: 'text' as const, text: `hello ${NONCE}` }];
}
