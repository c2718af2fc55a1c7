import { expect, test } from 'vitest';
import { apart, bytesApart } from './apart.ts';

test('texts that are equal part nowhere', () => {
  expect(apart('same', 'same')).toBeUndefined();
});

test('the window lies around the first difference, however far behind it lies', () => {
  const long = 'x'.repeat(100_000);
  const found = apart(`${long}one${long}`, `${long}two${long}`);
  expect(found?.offset).toBe(100_000);
  expect(found?.expected).toMatch(/^…"x{40}onex+"…$/);
  expect(found?.actual).toMatch(/^…"x{40}twox+"…$/);
});

test('a text that only goes on is told from one that ends', () => {
  expect(apart('abc', 'abc ')).toEqual({ offset: 3, expected: '"abc"', actual: '"abc "' });
});

test.each([
  ['a byte order mark', 'a', '\ufeffa'],
  ['a zero-width space', 'ab', 'a\u200bb'],
  ['another form of the same letter', 'caf\u00e9', 'cafe\u0301'],
  ['a letter of another script', 'paypal', 'p\u0430ypal'],
  ['a hard space', 'a b', 'a\u00a0b'],
])('%s shows as an escape', (_name, expected, actual) => {
  const found = apart(expected, actual);
  expect(found?.expected).not.toBe(found?.actual);
  expect(`${found?.expected}${found?.actual}`).toMatch(/^[ -~]*$/);
  expect(`${found?.expected}${found?.actual}`).toContain('\\u');
});

test('no character is cut in half', () => {
  const faces = '😀'.repeat(100);
  const found = apart(`${faces}a`, `${faces}b`);
  expect(found?.expected).toContain('😀a');
  expect(found?.offset).toBe(200);
  expect(apart('😀', '😁')?.offset).toBe(0);
});

test('bytes part at a byte; those that are no text are shown one by one, a byte order mark too', () => {
  expect(bytesApart(Buffer.from('ää1'), Buffer.from('ää2'))).toMatchObject({ offset: 4, actual: '"ää2"' });
  expect(bytesApart(Buffer.from('a('), Buffer.from([0x61, 0xc3, 0x28]))).toEqual({
    offset: 1,
    expected: '"a("',
    actual: '"a\\u00c3("',
  });
  expect(bytesApart(Buffer.from('{}'), Buffer.from('\ufeff{}'))?.actual).toBe('"\\ufeff{}"');
  expect(bytesApart(Buffer.from('{}'), Buffer.from('{}'))).toBeUndefined();
});
