import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './compare.ts';
import { isRespelled, sameNumber } from './number.ts';
import { documentOf, type JsonNode, parseBytes, parseText } from './parse.ts';
import { nodeAt } from './pointer.ts';
import { inline, prettyLines } from './print.ts';
import { applyRewrites } from './rewrite.ts';

describe('reading documents', () => {
  it('is undefined for what is not JSON or not UTF-8', () => {
    for (const text of ['', '{', 'NaN', '{"a":1} x', '[1,]'])
      expect(parseBytes(Buffer.from(text))).toBeUndefined();
    expect(parseBytes(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toBeUndefined();
  });

  it('keeps the digits of numbers, the last of duplicate members, and `__proto__` as data', () => {
    const document = parseText('{"a":1,"a":9007199254740993,"__proto__":{"x":1e400},"é\\"\\\\":"\\ud83d"}');
    expect(inline(document)).toBe('{"a":9007199254740993,"__proto__":{"x":1e400},"é\\"\\\\":"\\ud83d"}');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it('reads and compares documents of any depth', () => {
    const deep = (inner: string) => parseText('['.repeat(50_000) + inner + ']'.repeat(50_000));
    expect(differences(deep('1'), deep('1'))).toEqual([]);
    expect(differences(deep('1'), deep('2'))).toHaveLength(1);
  });

  it('prints what JSON.parse reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        expect(JSON.parse(inline(parseText(json), 1_000_000))).toEqual(JSON.parse(json));
        expect(JSON.parse(prettyLines(parseText(json), 100_000).join('\n'))).toEqual(JSON.parse(json));
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['7', '7.0'],
    ['7.0', '7'],
    ['1e2', '100'],
    ['0', '-0'],
  ])('keep their digits: %s is another spelling than %s', (left, right) => {
    expect(sameNumber(left, right)).toBe(false);
    expect(sameNumber(left, left)).toBe(true);
    expect(differences(parseText(left), parseText(right))).toHaveLength(1);
  });

  it.each([
    ['7.0', '7'],
    ['1.50', '1.5'],
    ['1E2', '100'],
    ['-0.50', '-0.5'],
    ['0e5', '0'],
    ['-0.0', '-0'],
    ['1e21', '1e+21'],
    ['0.0000001', '1e-7'],
  ])(
    'may become what a writer of doubles makes of them, where that is allowed: %s is %s',
    (given, written) => {
      expect(isRespelled(given, written)).toBe(true);
      expect(differences(parseText(given), parseText(written), { numbers: 'digits or doubles' })).toEqual([]);
      expect(differences(parseText(given), parseText(written))).toHaveLength(1);
    },
  );

  it.each([
    ['7', '7.0'],
    ['7', '7e+0'],
    ['100', '1e2'],
    ['9007199254740993', '9007199254740992'],
    ['-0', '0'],
    ['1e400', '1e401'],
    ['0.1', '0.10000000000000001'],
  ])('%s never becomes %s', (given, written) => expect(isRespelled(given, written)).toBe(false));
});

describe('numbers by value', () => {
  it.each([
    ['1e2', '100'],
    ['1.50', '1.500'],
    ['7', '7.0'],
    ['1e-7', '0.0000001'],
    ['-0', '0'],
    ['1e400', `1${'0'.repeat(400)}`],
  ])('are the same however they are written: %s is %s', (given, written) => {
    expect(differences(parseText(given), parseText(written), { numbers: 'value' })).toEqual([]);
  });

  it.each([
    ['9007199254740993', '9007199254740992'],
    ['0.1', '0.10000000000000001'],
    ['1', '-1'],
    ['1e400', '1e401'],
    ['1', '"1"'],
  ])('differ where the values do: %s is not %s', (given, written) => {
    expect(differences(parseText(given), parseText(written), { numbers: 'value' })).toHaveLength(1);
  });
});

describe('comparing documents', () => {
  it('finds nothing between a document and itself with its members in another order', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differences(documentOf(value), documentOf(reversed(value)))).toEqual([]);
      }),
    );
  });

  it('finds something between any two values that differ', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        const same = JSON.stringify(sorted(plain(left))) === JSON.stringify(sorted(plain(right)));
        expect(differences(documentOf(left), documentOf(right)).length === 0).toBe(same);
      }),
    );
  });

  it('names the place as people write it', () => {
    const [found] = differences(documentOf({ a: [{ 'b c': 1 }] }), documentOf({ a: [{}] }));
    expect(found).toMatchObject({ path: 'a[0]["b c"]', actual: undefined });
  });
});

describe('rewrites', () => {
  it('change the place that they name and nothing else', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.jsonValue(),
        (object, key, value) => {
          const path = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
          const changed = applyRewrites(documentOf(object), [{ path, set: value }], undefined);
          expect(differences(documentOf(value), nodeAt(changed, path))).toEqual([]);
          const restored = applyRewrites(changed, [{ path, remove: true }], undefined) as Map<
            string,
            JsonNode
          >;
          const without = documentOf(object) as Map<string, JsonNode>;
          without.delete(key);
          expect(differences(without, restored)).toEqual([]);
        },
      ),
    );
  });

  it('take generated values over when they have the form, and say so when not', () => {
    const uuid = 'd9428888-122b-41e1-b85c-61f4d1f5b9c7';
    const rewrites = [{ path: '/id', generated: 'uuid' as const }];
    const rewritten = (received: unknown) => applyRewrites(documentOf({}), rewrites, documentOf(received));
    expect(inline(rewritten({ id: uuid }))).toBe(`{"id":"${uuid}"}`);
    expect(inline(rewritten({ id: 'x' }))).toContain('a uuid generated on the way');
    expect(inline(rewritten({}))).toContain('a value generated on the way');
  });
});

/** What JSON can say of a value; `-0` becomes `0`. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return fromPairs(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return ['array', ...value.map(sorted)];
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return ['object', ...members.map(([key, member]) => [key, sorted(member)])];
}

function fromPairs(pairs: readonly (readonly [string, unknown])[]): unknown {
  return JSON.parse(
    `{${pairs.map(([key, member]) => `${JSON.stringify(key)}:${JSON.stringify(member)}`).join(',')}}`,
  );
}
