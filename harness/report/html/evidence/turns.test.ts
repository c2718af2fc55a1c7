import { expect, test } from 'vitest';
import { turnsIn } from './turns.ts';

const body = (value: unknown) => {
  const content = typeof value === 'string' ? value : JSON.stringify(value);
  return { bytes: content.length, encoding: 'utf8', content, truncated: false };
};
const exchange = (words: string, reply: unknown, status = 200) =>
  JSON.stringify({
    request: {
      body: body({
        ...{ jsonrpc: '2.0', id: '1', method: 'message/send' },
        params: { message: { role: 'user', contextId: 'c1', parts: [{ kind: 'text', text: words }] } },
      }),
    },
    response: { status, headers: {}, body: body(reply) },
  });
const answer = {
  jsonrpc: '2.0',
  id: '1',
  result: { kind: 'message', parts: [{ kind: 'text', text: 'Ada.' }] },
};

test('a conversation is told turn by turn, with what came instead of an answer', () => {
  const refusal = { jsonrpc: '2.0', id: '1', error: { code: -32000, message: 'no' } };
  const turns = turnsIn([exchange('My name is Ada.', answer), exchange('And now?', refusal)].join('\n'));
  expect(turns).toMatchObject([
    { said: 'My name is Ada.', context: 'c1', answered: 'Ada.' },
    { said: 'And now?', context: 'c1', instead: expect.stringContaining('-32000') },
  ]);
});

test('what was cut off or brings no message is no turn, and a reply of no shape no answer', () => {
  expect(turnsIn('{"message":')).toEqual([]);
  expect(turnsIn('{"request":{"body":{"content":"{\\"method\\":\\"message\\"}"}}}')).toEqual([]);
  const odd = JSON.parse(exchange('Hello.', answer));
  expect(turnsIn(JSON.stringify({ ...odd, response: { status: 200, body: 7 } }))).toMatchObject([
    { said: 'Hello.', instead: expect.any(String) },
  ]);
});
