import { expect, test } from 'vitest';
import { formOfRule } from '../../corpus/revisions.ts';
import { type JsonNode, parseText } from '../../wire/document/parse.ts';
import { writeDocument } from '../../wire/document/write.ts';
import { dueOf, isChanged, whyRefused } from './due.ts';
import { REQUEST_CHANGES } from './request-changes.ts';

const ID = '11111111-2222-4333-8444-555555555555';

test.each([
  ['null', '{"id":"ID","jsonrpc":"2.0","method":null,"params":null}'],
  [
    '{"id":"own","method":"tasks/list","params":{"a":1},"more":true}',
    '{"id":"ID","jsonrpc":"2.0","method":"tasks/list","params":{"a":1}}',
  ],
  [
    message('{"role":"user","parts":[{"type":"text","text":"a"}]}'),
    message('{"role":"user","parts":[{"kind":"text","text":"a"}],"messageId":"ID"}'),
  ],
  [
    message('{"messageId":"","content":"a"}'),
    message('{"messageId":"","parts":[{"kind":"text","text":"a"}],"role":"user"}'),
  ],
  [
    message('{"messageId":null,"role":null,"content":[{"text":"a"}]}'),
    message('{"messageId":null,"role":null,"parts":[{"text":"a"}]}'),
  ],
])('%s is sent on as A.4 says', (sent, due) => {
  const received = parseText(`{"id":"${ID}","params":{"message":{"messageId":"${ID}"}}}`);
  expect(writeDocument(dueOf(parseText(sent), 'R3', received))).toBe(due.replaceAll('"ID"', `"${ID}"`));
});

test('what needs nothing is not touched: parts beside content, a wrong jsonrpc, a kind beside a type', () => {
  for (const sent of [
    '{"jsonrpc":"1.0","method":"tasks/list","more":true}',
    message('{"messageId":"m","role":"agent","parts":null,"content":7}'),
    message('{"messageId":"m","role":"agent","parts":[{"kind":"text","type":"data","text":"a"}]}'),
  ])
    expect(isChanged(parseText(sent), 'R3')).toBe(false);
});

test('roles and types are left as they are where the rules about them do not hold yet', () => {
  const sent = parseText(message('{"messageId":"m","parts":[{"type":"text","text":"a"}]}'));
  expect(isChanged(sent, 'R1')).toBe(false);
  expect(isChanged(sent, '2026-06-03')).toBe(false);
  expect(isChanged(sent, '2026-06-04')).toBe(true);
});

test('an id that was to be made on the way and has no such form is told in words', () => {
  const sent = parseText(message('{"role":"user","parts":[]}'));
  const due = dueOf(sent, 'R3', parseText(message('{"messageId":"mine"}')));
  expect(writeDocument(due)).toContain('<a uuid generated on the way>');
});

test('the document that was sent stays as it was', () => {
  const sent = parseText(message('{"content":"a","parts":[{"type":"text"}]}'));
  const before = writeDocument(sent);
  dueOf(sent, 'R3');
  expect(writeDocument(sent)).toBe(before);
});

test('every rule that separates two forms has a day, so that it is known which of them is due', () => {
  const rules = REQUEST_CHANGES.flatMap(({ rule }) => rule ?? []);
  expect(rules).toHaveLength(2);
  for (const rule of rules) expect(formOfRule(rule, '2026-05-20')).not.toBe('unknown');
});

test.each([
  ['[]', 'a body has to be one JSON object, or null (A.4)'],
  ['7', 'a body has to be one JSON object, or null (A.4)'],
  [message('{"content":7}'), 'content without parts has to be a text or a list (A.4)'],
  [message('{"role":"user"}'), 'a message has to have parts or content (A.4)'],
  [message('{"content":7,"parts":null}'), undefined],
  ['{"method":"tasks/list"}', undefined],
  ['null', undefined],
])('%s is refused, or not', (sent, why) => {
  expect(whyRefused(parseText(sent) as JsonNode)).toBe(why);
});

test('bytes that are no JSON are refused', () => {
  expect(whyRefused(undefined)).toBe('a body has to be one JSON object, or null (A.4)');
});

function message(text: string): string {
  return `{"jsonrpc":"2.0","id":1,"method":"message/send","params":{"message":${text}}}`;
}
