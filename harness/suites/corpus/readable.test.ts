import { expect, test } from 'vitest';
import { changesBetween, readableBytes, readableValue } from './readable.ts';

const LONG = 'x'.repeat(5_000);

test('documents that are the same have no changes between them, however they are written', () => {
  expect(between('{"a":1,"b":[true]}', '{ "b": [true], "a": 1 }')).toBe('');
});

test('a change far inside of a long text shows on both sides, with its place', () => {
  const changes = between(`{"a":"${LONG}one${LONG}"}`, `{"a":"${LONG}two${LONG}"}`);
  expect(changes).toMatch(/^-….*x{35}onex+'… \(at character 5\d{3}\)$/m);
  expect(changes).toMatch(/^\+….*x{35}twox+'… \(at character 5\d{3}\)$/m);
});

test('no two lines of a change begin alike and are cut before they part', () => {
  const changes = between(`{"a":"${LONG}one","b":"${LONG}"}`, `{"a":"${LONG}two","b":"${LONG}!"}`);
  const [removed, added] = ['-', '+'].map((sign) =>
    changes.split('\n').filter((line) => line.startsWith(sign) && !line.startsWith(sign.repeat(3))),
  );
  expect(removed).toHaveLength(2);
  expect(removed?.map((line) => line.slice(1))).not.toEqual(added?.map((line) => line.slice(1)));
});

test('a character that nobody sees shows', () => {
  const changes = between(`{"a":"${LONG}"}`, `{"a":"${LONG}\u200b"}`);
  expect(changes).toContain('\\u200b');
});

test('a change deeper than documents are printed is told by its place', () => {
  const deep = (inner: string) => `${'['.repeat(200)}${inner}${']'.repeat(200)}`;
  expect(between(deep('1'), deep('2'))).toMatch(/^at (\[0\])+: 1 became 2$/);
});

test('a change behind all lines that are printed is told too', () => {
  const list = (last: number) => readableValue([...Array.from({ length: 20_100 }, () => 0), last]);
  expect(changesBetween('a', 'b', list(1), list(2))).toBe('at [20100]: 1 became 2');
});

test('bytes that are no JSON are shown one by one', () => {
  expect(between('\ufeff{}', '{}')).toMatch(/^-ï»¿\{\}$/m);
});

function between(from: string, to: string): string {
  return changesBetween('a', 'b', readableBytes(Buffer.from(from)), readableBytes(Buffer.from(to)));
}
