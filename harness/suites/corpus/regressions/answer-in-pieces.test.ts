import { expect, test } from 'vitest';
import { actuals, DELIVERED, judge } from '../test-support/judging.ts';
import { NONCE } from '../test-support/records.ts';

const reply = (result: unknown) => ({ jsonrpc: '2.0', id: 'q1', result });
const part = (text: string) => ({ kind: 'text', text });
const [head, tail] = [NONCE.slice(0, 10), NONCE.slice(10)];

test('an agent that answers in parts of a few characters has answered', () => {
  const parts = [part('echo: '), part(head), { kind: 'data', data: { tokens: 2 } }, part(tail)];
  expect(judge(DELIVERED, { reply: reply({ kind: 'message', parts }) }).verdict).toBe('passed');
});

test('so has one whose artifact comes in several events', () => {
  const event = (text: string) => `data: ${JSON.stringify(reply({ artifact: { parts: [part(text)] } }))}\n\n`;
  const stream = { reply: event(head) + event(tail), contentType: 'text/event-stream' };
  expect(judge(DELIVERED, stream, { route: 'direct' }).verdict).toBe('passed');
});

test.each([
  ['the pieces are in another order', { parts: [part(tail), part(head)] }],
  ['one piece is missing', { parts: [part(head)] }],
  ['the pieces are the words of the sender', { history: [{ parts: [part(head), part(tail)] }], parts: [] }],
])('it is an answer to something else where %s', (_why, result) => {
  expect(actuals(DELIVERED, { reply: reply(result) })).toMatch(/the answer is to something else/);
});
