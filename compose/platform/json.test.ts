import { describe, expect, test } from 'vitest';
import { type Json, type JsonObject, parseJson } from './json.ts';
import { jsonText } from './json-text.ts';

const read = (text: string | Buffer): Json => parseJson(Buffer.from(text));
const again = (text: string | Buffer): string => jsonText(read(text));

describe('parseJson', () => {
  test.each([
    ...['', ' ', '{', '[1,]', '{"a":1,}', '{a:1}', "{'a':1}", '01', '1.', '.5', '+1', 'NaN', 'Infinity', '-'],
    ...[
      'nul',
      'truex',
      '{}{}',
      '[1] x',
      '\ufeff{}',
      '"\t"',
      '"\\x"',
      '"\\u12g4"',
      '"open',
      '\u00a0{}',
      '{"a" 1}',
    ],
  ])('refuses %j', (text) => {
    expect(() => read(text)).toThrow(SyntaxError);
  });

  test.each(['1e400', '-0', '12345678901234567890', '1.0', '1E5', '0.1000', '-1.5e-7'])(
    'keeps the digits of %s as sent',
    (digits) => {
      expect(again(`[${digits}]`)).toBe(`[${digits}]`);
    },
  );

  test('the last of two equal keys wins', () => {
    expect(again('{"a":1,"b":2,"a":3}')).toBe('{"a":3,"b":2}');
  });

  test('a __proto__ key is data and changes no prototype', () => {
    const document = read('{"__proto__":{"polluted":true},"constructor":1}') as JsonObject;
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
    expect(document.polluted).toBeUndefined();
    expect(jsonText({ ...document })).toBe('{"__proto__":{"polluted":true},"constructor":1}');
  });

  test('each byte outside valid UTF-8 becomes one U+FFFD', () => {
    const bytes = Buffer.concat([Buffer.from('["a'), Buffer.from([0xff, 0xe2, 0x82]), Buffer.from('é"]')]);
    expect(read(bytes)).toEqual(['a\ufffd\ufffd\ufffdé']);
  });

  test('lone surrogates become U+FFFD and pairs stay', () => {
    expect(read('["\\ud800x\\udc00\\ud83d\\ude00"]')).toEqual(['\ufffdx\ufffd😀']);
  });

  test('ten thousand levels are read and written back, one more is refused, a million do no harm', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(again(nested(10_000))).toBe(nested(10_000));
    expect(() => read(nested(10_001))).toThrow(SyntaxError);
    expect(() => read(nested(1_000_000))).toThrow(SyntaxError);
    expect(() => read('{"a":'.repeat(200_000))).toThrow(SyntaxError);
  });
});

describe('jsonText', () => {
  test('sorts keys by code point, is compact and escapes what HTML would read', () => {
    expect(again('{ "b" : "<&>\\u2028", "a" : [ null , true ], "Z" : {} }')).toBe(
      '{"Z":{},"a":[null,true],"b":"\\u003c\\u0026\\u003e\\u2028"}',
    );
    expect(again('{"\\ud83d\\ude00":1,"\\uffff":2}')).toBe('{"\uffff":2,"😀":1}');
  });

  test('leaves undefined members out', () => {
    expect(jsonText({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});
