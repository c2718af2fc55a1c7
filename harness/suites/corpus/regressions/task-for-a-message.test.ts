import { expect, test } from 'vitest';
import { captureFrom } from '../capture.ts';

const replyOf = (result: unknown) => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 1, result })),
  truncated: false,
});
const POINTERS = { contextId: '/result/message/contextId' };

test.each([
  ['a message', { message: { contextId: 'c-1' } }],
  ['a task', { task: { id: 't-1', contextId: 'c-1' } }],
])('the context of a 1.0 answer is found whether it is %s', (_what, result) => {
  expect(captureFrom(replyOf(result), POINTERS)).toEqual({
    captured: { contextId: 'c-1' },
    notCaptured: {},
  });
});

test('a context that is in neither is not captured, nor is one of another name', () => {
  expect(captureFrom(replyOf({ task: { id: 't-1' } }), POINTERS).notCaptured).toEqual(POINTERS);
  const other = { messageId: '/result/message/messageId' };
  expect(captureFrom(replyOf({ task: { messageId: 'm-1' } }), other).notCaptured).toEqual(other);
});
