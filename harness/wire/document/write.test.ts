import { describe, expect, test } from 'vitest';
import { differences } from './compare.ts';
import { documentOf, parseText } from './parse.ts';
import { type Writing, writeDocument } from './write.ts';

const WRITINGS: readonly Writing[] = [
  {},
  { spaced: true },
  { reversed: true },
  { escaped: true },
  { spaced: true, reversed: true, escaped: true },
];

const TEXT =
  '{"a":[1,{"__proto__":-0},[],{}],"id":9007199254740993,"e":1.50e+2,"t":"ü/<&>\'\\"\\\\ \\u2028 😀","n":null,"b":true}';

describe.each(WRITINGS)('written %o', (writing) => {
  test('a document stays the same document', () => {
    const document = parseText(TEXT);
    expect(differences(document, parseText(writeDocument(document, writing)))).toEqual([]);
  });

  test('depth does not matter', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    expect(writeDocument(parseText(deep), writing).replace(/\s/g, '')).toBe(deep);
  });
});

test('compact writing is what was read', () => {
  expect(writeDocument(parseText(TEXT))).toBe(TEXT.replace('\\u2028', '\u2028'));
});

test('spaced writing has white space at both ends and between all members', () => {
  expect(writeDocument(documentOf({ a: 1 }), { spaced: true })).toMatch(/^\s+\{\s+"a" : 1\s+\}\s+$/);
});

test('reversed writing turns members round and lists not', () => {
  expect(writeDocument(documentOf({ a: [1, 2], b: {} }), { reversed: true })).toBe('{"b":{},"a":[1,2]}');
});

test('escaped writing is ASCII', () => {
  expect(writeDocument('ü/😀', { escaped: true })).toBe('"\\u00FC\\/\\uD83D\\uDE00"');
});
