import { expect, it } from 'vitest';
import { stringifyAnyDepth } from './deep-json.ts';

it('writes what JSON.stringify cannot, and the parser reads it back', () => {
  const text = `{"a":1,"b":{"c":${'['.repeat(50_000)}"x",null,{}${']'.repeat(50_000)}},"d":[]}`;
  const document = JSON.parse(text);
  expect(() => JSON.stringify(document)).toThrow(RangeError);
  expect(stringifyAnyDepth(document)).toBe(text);
});
