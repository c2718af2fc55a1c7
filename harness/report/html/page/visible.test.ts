import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test('what a reader would not see is shown, and text stays as it is', () => {
  expect(visible('a\tb\nc ü 😀')).toBe('a\tb\nc ü 😀');
  expect(visible('\u001b[31mred\u0000\u202e\u2028\u200b\ud800 😀')).toBe(
    String.raw`\u001b[31mred\u0000\u202e\u2028\u200b\ud800 😀`,
  );
});

test('a string of JSON means the same in its shown form', () => {
  const json = JSON.stringify({ text: 'a\u202eb\u2028c\u007f' });
  expect(JSON.parse(visible(json))).toEqual(JSON.parse(json));
});
