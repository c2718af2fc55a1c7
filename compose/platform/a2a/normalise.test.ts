import { describe, expect, test } from 'vitest';
import { isRefusal } from '../http/reply.ts';
import { type Revision, rulesOf } from '../rules.ts';
import { forwardBody, normalise } from './normalise.ts';

const newId = () => 'fresh';

function forwarded(text: string, revision: Revision = 'R3'): unknown {
  const outcome = normalise(Buffer.from(text), rulesOf(revision), newId);
  return isRefusal(outcome) ? outcome.refused.body : JSON.parse(forwardBody(outcome.payload).toString());
}

function messageOf(message: object, revision: Revision = 'R3'): unknown {
  const sent = { jsonrpc: '2.0', id: 1, method: 'message/send', params: { message } };
  const document = forwarded(JSON.stringify(sent), revision) as { params?: { message: unknown } };
  return document.params?.message ?? document;
}

describe('envelope (A.4)', () => {
  test.each(['', ' \n', '[]', '"x"', '7', 'true', '{} x', '\ufeff{}', '{"a":NaN}'])(
    '%j is invalid JSON',
    (text) => {
      expect(forwarded(text)).toEqual({ error: 'invalid JSON' });
    },
  );

  test('null is handled like an empty object', () => {
    const empty = { id: 'fresh', jsonrpc: '2.0', method: null, params: null };
    expect(forwarded('null')).toEqual(empty);
    expect(forwarded('{}')).toEqual(empty);
  });

  test('without jsonrpc it is wrapped and every other key dropped, the id too', () => {
    const sent = '{"id":"mine","extra":1,"method":"tasks/list","params":{"a":1}}';
    expect(forwarded(sent)).toEqual({ id: 'fresh', jsonrpc: '2.0', method: 'tasks/list', params: { a: 1 } });
  });

  test.each(['null', '"1.0"', '"2.0"'])('with jsonrpc %s it is left as it is', (version) => {
    const sent = `{"jsonrpc":${version},"extra":1,"method":"x"}`;
    expect(forwarded(sent)).toEqual({ jsonrpc: JSON.parse(version), extra: 1, method: 'x' });
  });

  test("a member that is called like a refusal is the sender's own", () => {
    const sent =
      '{"jsonrpc":"2.0","params":{"message":{"parts":[],"refused":1},"refused":2},"refused":{"status":418}}';
    expect(forwarded(sent)).toMatchObject({
      refused: { status: 418 },
      params: { refused: 2, message: { refused: 1 } },
    });
  });

  test('big integers survive, keys are sorted', () => {
    const outcome = normalise(
      Buffer.from('{"params":{"n":12345678901234567890},"jsonrpc":"2.0"}'),
      rulesOf('R3'),
      newId,
    );
    expect(isRefusal(outcome) ? '' : forwardBody(outcome.payload).toString()).toBe(
      '{"jsonrpc":"2.0","params":{"n":12345678901234567890}}',
    );
  });
});

describe('message (A.4)', () => {
  test('string content becomes one text part and goes', () => {
    expect(messageOf({ content: 'hi', messageId: 'm' }, 'R1')).toEqual({
      messageId: 'm',
      parts: [{ kind: 'text', text: 'hi' }],
    });
  });

  test('list content becomes the parts', () => {
    expect(messageOf({ content: [1, { type: 'text' }] }, 'R1')).toEqual({
      messageId: 'fresh',
      parts: [1, { type: 'text' }],
    });
  });

  test.each([[[]], [null], ['x']])('parts %j are never touched, content beside them survives', (parts) => {
    expect(messageOf({ parts, content: 'c' }, 'R1')).toEqual({ parts, content: 'c', messageId: 'fresh' });
  });

  test.each([7, true, null, { a: 1 }])('content %j is refused with a hint', (content) => {
    expect(messageOf({ content })).toEqual({
      error: 'invalid params.message.content type',
      hint: expect.any(String),
    });
  });

  test('a message with neither is refused, for any method', () => {
    expect(messageOf({ role: 'user' })).toEqual({
      error: "params.message must contain either 'parts' (v0.3) or 'content' (v0.2 compat)",
      hint: expect.any(String),
    });
  });

  test.each([
    '{"jsonrpc":"2.0","params":{}}',
    '{"jsonrpc":"2.0","params":[1]}',
    '{"jsonrpc":"2.0","params":{"message":"x"}}',
  ])('%s has no message to check', (sent) => {
    expect(forwarded(sent)).toEqual(JSON.parse(sent));
  });

  test('a present messageId stays, empty or null too', () => {
    for (const messageId of ['', null])
      expect(messageOf({ parts: [], messageId }, 'R1')).toEqual({ parts: [], messageId });
  });

  test('R3 fills the role by key presence and renames type, R1 does neither', () => {
    const parts = [{ type: 'text', text: 'x' }, { type: null }, 7];
    expect(messageOf({ parts, messageId: 'm' })).toEqual({
      messageId: 'm',
      role: 'user',
      parts: [{ kind: 'text', text: 'x' }, { kind: null }, 7],
    });
    expect(messageOf({ parts, messageId: 'm', role: null }, 'R3')).toMatchObject({ role: null });
    expect(messageOf({ parts, messageId: 'm' }, 'R1')).toEqual({ parts, messageId: 'm' });
  });
});
