import { expect, test } from 'vitest';
import { withDocument, withMessage, withTexts } from './request.ts';

const REQUEST = '{ "params": { "message": { "parts": [ { "text": "one" } ] } } }';

test('changed bytes are as long as the ones before', () => {
  const changed = withDocument(Buffer.from(REQUEST), (document) => withTexts(document, () => 'two'));
  expect(changed.length).toBe(REQUEST.length);
  expect(changed.toString().trimEnd()).toBe('{"params":{"message":{"parts":[{"text":"two"}]}}}');
});

test('bytes in which nothing changes stay the very same', () => {
  const body = Buffer.from(REQUEST);
  expect(withDocument(body, (document) => withTexts(document, (text) => text))).toBe(body);
});

test('bytes that are no JSON stay as they are', () => {
  const body = Buffer.from('{"cut');
  expect(withDocument(body, () => ({}))).toBe(body);
});

test.each([[null], [[]], [{}], [{ params: null }], [{ params: { message: 'text' } }]])(
  'a request without a message, %j, is left alone',
  (request) => {
    expect(withMessage(request, () => ({ changed: true }))).toBe(request);
  },
);
