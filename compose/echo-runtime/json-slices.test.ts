import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSlices } from './json-slices.ts';

describe('jsonSlices', () => {
  it('cuts every value out as it was written', () => {
    const text = ' { "id" : 9007199254740993 , "a\\"b":"x\\\\", "n": [1, {"]": "}"}] ,"e":1E4 } ';
    expect([...jsonSlices(text)]).toEqual([
      ['id', '9007199254740993'],
      ['a"b', '"x\\\\"'],
      ['n', '[1, {"]": "}"}]'],
      ['e', '1E4'],
    ]);
  });

  it('names the elements of an array by index and has nothing for other documents', () => {
    expect([...jsonSlices('[ {"a":[]}, null ]')]).toEqual([
      ['0', '{"a":[]}'],
      ['1', 'null'],
    ]);
    for (const text of ['1', '"[1]"', 'null', '{}', '[]']) expect(jsonSlices(text).size).toBe(0);
  });

  it('keeps the last of two values with one name, as JSON.parse does', () => {
    expect(jsonSlices('{"id":1,"id":"two"}').get('id')).toBe('"two"');
  });

  it('agrees with JSON.parse on any object', () => {
    const documents = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(documents, fc.constantFrom(0, 2), (document, indent) => {
        const plain = JSON.parse(JSON.stringify(document));
        const slices = jsonSlices(JSON.stringify(plain, null, indent));
        expect(new Map([...slices].map(([name, text]) => [name, JSON.parse(text)]))).toEqual(
          new Map(Object.entries(plain)),
        );
      }),
    );
  });
});
