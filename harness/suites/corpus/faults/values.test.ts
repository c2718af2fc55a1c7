import { expect, test } from 'vitest';
import { withIds } from './ids.ts';
import { isTree, withLists, withMembers, withMetadata } from './values.ts';

/** A number that is kept as it was written has its text under a symbol. */
const VERBATIM = { [Symbol('verbatim JSON text')]: '1e400' } as never;

test('members of objects in lists and objects are changed, other values stay', () => {
  const value = { a: [{ drop: 1, keep: null }], drop: { drop: 2 }, text: 'drop' };
  const kept = withMembers(value, (members) => members.filter(([name]) => name !== 'drop'));
  expect(kept).toEqual({ a: [{ keep: null }], text: 'drop' });
});

test('lists are changed from the outside in', () => {
  const value = { a: [[1, 2], [3, 4], [5]] };
  expect(withLists(value, (items) => items.slice(0, 2))).toEqual({
    a: [
      [1, 2],
      [3, 4],
    ],
  });
});

test('a number that is kept as it was written is no object', () => {
  expect(isTree(VERBATIM)).toBe(false);
  const copy = withMembers({ value: VERBATIM }, (members) => members) as { value: unknown };
  expect(copy.value).toBe(VERBATIM);
});

test('no depth exhausts the stack', () => {
  const deep = JSON.parse(`${'['.repeat(9_000)}1${']'.repeat(9_000)}`);
  expect(withMembers(deep, () => [])).toHaveLength(1);
});

test('a message without metadata is left alone', () => {
  const request = { params: { message: { role: 'user' } } };
  expect(withMetadata(request, () => 'changed')).toEqual(request);
});

test('ids are changed where they are texts, and none is added', () => {
  const request = { id: 7, params: { message: { messageId: 'A' } } };
  expect(JSON.stringify(withIds(request, (id) => id.toLowerCase()))).toBe(
    '{"id":7,"params":{"message":{"messageId":"a"}}}',
  );
});
