import { expect, test } from 'vitest';
import type { Doc } from '../page.ts';
import { placeOfMessage, sideBySide } from './side-by-side.ts';

const doc = (value: unknown): Doc => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { text, bytes: text.length };
};
/** Path and mark of each cell of a column that is not as the one before. */
const marks = (docs: readonly (Doc | undefined)[], column: number) =>
  sideBySide(docs.map((each) => ({ doc: each }))).flatMap(({ path, cells }) => {
    const { mark } = cells[column] ?? {};
    return mark === 'same' ? [] : [`${path} ${mark}`];
  });

test('what is equal is marked nowhere', () => {
  expect(marks([doc({ a: [1, { b: null }] }), doc({ a: [1, { b: null }] })], 1)).toEqual([]);
});

test('what was changed, added and lost is marked at its place', () => {
  const before = doc({ same: 1, other: 'x', gone: true });
  const after = doc({ same: 1, other: 'y', come: [] });
  expect(marks([before, after], 1)).toEqual(['other changed', 'come added', 'gone missing']);
});

test('each column reads as JSON of its own', () => {
  const rows = sideBySide([{ doc: doc({ a: 1, gone: 2 }) }, { doc: doc({ a: 1 }) }]);
  const column = (index: number) => rows.map(({ cells }) => cells[index]?.text).join('');
  expect([column(0), column(1)]).toEqual(['{"a": 1,"gone": 2}', '{"a": 1}']);
});

test('a number that is written otherwise is changed, beyond what a double can hold as well', () => {
  expect(marks([doc('{"n":9007199254740993}'), doc('{"n":9007199254740992}')], 1)).toEqual(['n changed']);
});

test('a text that turns up at another place was moved, and each end names the other', () => {
  const before = doc({ message: { content: 'Deploy it.' } });
  const after = doc({ message: { parts: [{ text: 'Deploy it.' }] } });
  const rows = sideBySide([{ doc: before }, { doc: after }]);
  const moved = rows.flatMap(({ path, cells }) =>
    cells[1]?.mark === 'moved' ? [[path, cells[1].other]] : [],
  );
  expect(moved).toEqual([
    ['message.parts.0.text', 'message.content'],
    ['message.content', 'message.parts.0.text'],
  ]);
});

test('agent code that gets no envelope has not lost it', () => {
  const forwarded = doc({ id: 1, params: { message: { role: 'user', text: 'a' } } });
  const received = { doc: doc({ role: 'agent', text: 'a' }), under: placeOfMessage(forwarded) };
  const rows = sideBySide([{ doc: forwarded }, received]);
  expect(rows.map(({ path, cells }) => `${path} ${cells[1]?.mark}`)).toEqual([
    ' outside',
    'id outside',
    'params outside',
    'params.message same',
    'params.message.role changed',
    'params.message.text same',
    'params.message same',
    'params outside',
    ' outside',
  ]);
});

test('a column that never came to be is no loss', () => {
  expect(marks([doc({ a: 1 }), undefined], 1)).toEqual([' outside', 'a outside', ' outside']);
  expect(marks([doc({ a: 1 }), undefined, doc({ a: 2 })], 2)).toEqual(['a changed']);
});

test('what is no JSON is compared line by line', () => {
  expect(marks([doc('one\ntwo'), doc('one\n2')], 1)).toEqual(['2 changed']);
});

test('a document of any depth and width is cut, and takes no time', () => {
  const deep = doc(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  const wide = doc(Array.from({ length: 20_000 }, (_, index) => index));
  expect(sideBySide([{ doc: deep }, { doc: deep }]).length).toBeLessThan(200);
  expect(sideBySide([{ doc: wide }, { doc: wide }]).length).toBeLessThan(2_000);
});
