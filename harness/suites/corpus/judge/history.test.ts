import { describe, expect, it } from 'vitest';
import { actuals, DELIVERED } from '../test-support/judging.ts';
import { entryWith, NONCE, recordOf, requestWith, stepRecordOf, stepWith } from '../test-support/records.ts';
import { judgeCase } from './judge-case.ts';

const REMEMBERED = { ...DELIVERED, history: ['hello ASSAY-NONCE-000000000000', 'and more'] };

const said = (role: string, text: string) => ({ role, kind: 'message', parts: [{ kind: 'text', text }] });
const USER = [said('user', `hello ${NONCE}`), said('agent', 'yes'), said('user', 'and more')];

function shown(history: unknown, member?: string): string {
  const task = { id: 't1', status: { state: 'completed' }, history };
  const result = member === undefined ? task : { [member]: task };
  const sent = { jsonrpc: '2.0', id: 'q1', method: 'tasks/get', params: { id: 't1' } };
  const scene = { sent, read: [], reply: { jsonrpc: '2.0', id: 'q1', result } };
  return actuals({ ...REMEMBERED, schema: 'none', schemaReason: 'a call about a task' }, scene, {
    route: 'direct',
  });
}

describe('the history of a task', () => {
  it('is whole where it has each message of a user once and in order, whatever the agent said between', () => {
    expect(shown(USER)).toBe('');
    expect(shown(USER, 'task')).toBe('');
    expect(shown([said('ROLE_USER', `hello ${NONCE}`), said('ROLE_USER', 'and more')])).toBe('');
  });

  it.each([
    ['nothing', undefined, 'no message of a user'],
    ['the last message alone', USER.slice(1), '1 messages of users: "and more"'],
    ['a message twice', [...USER, said('user', 'and more')], '3 messages of users: '],
    [
      'a message in several parts',
      [{ ...USER[0], parts: [{ text: 'hello ' }, { data: 1 }, { text: 'x' }] }],
      '1 messages of users: "hello x"',
    ],
    ['another order', USER.toReversed(), 'as message 1 of users "and more"'],
  ])('is found to have lost something where it has %s', (_what, history, words) => {
    expect(shown(history)).toContain(`the history of the task has ${words}`);
  });

  it('says nothing where nobody asked for it', () => {
    expect(actuals(DELIVERED, { sent: requestWith() })).toBe('');
  });
});

describe('a session whose sender hangs up', () => {
  const entry = entryWith(DELIVERED, { steps: [stepWith(DELIVERED, { hangUp: true })], route: 'direct' });

  function judged(cut: boolean) {
    const step = stepRecordOf({ sent: requestWith() });
    const { exchange } = step;
    const response = exchange.response && { ...exchange.response, ...(cut && { cut }) };
    const record = recordOf(
      {},
      { route: 'direct', steps: [{ ...step, exchange: { ...exchange, ...(response && { response }) } }] },
    );
    return judgeCase(entry, 'strict', 'R3', record);
  }

  it('is judged where more was to come', () => {
    expect(judged(true).verdict).toBe('passed');
  });

  it('says nothing where its stream had come to its end by itself', () => {
    expect(judged(false)).toMatchObject({
      verdict: 'inconclusive',
      reason: 'the stream of step 1 had come to its end before its sender hung up',
    });
  });
});
