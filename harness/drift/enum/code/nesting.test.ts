import { expect, test } from 'vitest';
import { nestingOf } from './nesting.ts';

const outer = { start: 0, end: 100 };
const left = { start: 5, end: 30 };
const inner = { start: 10, end: 20 };
const right = { start: 40, end: 60 };
const nesting = nestingOf([inner, right, outer, left]);

test('stretches around an offset come with the innermost first', () => {
  expect(nesting.around(12)).toEqual([inner, left, outer]);
  expect(nesting.around(35)).toEqual([outer]);
  expect(nesting.around(100)).toEqual([]);
});

test('stretches around several offsets come once each, in their order', () => {
  expect(nesting.holding([45, 12, 15])).toEqual([outer, left, inner, right]);
  expect(nesting.holding([])).toEqual([]);
});

test('stretches within another are those that end in it', () => {
  expect(nesting.within(left)).toEqual([left, inner]);
  expect(nesting.within({ start: 0, end: 50 })).toEqual([left, inner]);
});
