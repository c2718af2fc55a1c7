import { expect, test } from 'vitest';
import { didYouMean } from './nearest.ts';

test('a wrong name is told the nearest one, else the names there are, and of many the first', () => {
  const few = ['alpha', 'beta', 'gamma'];
  expect(didYouMean('alhpa', few)).toBe('Did you mean "alpha"?');
  expect(didYouMean('nothing-like-it', few)).toBe('Known: alpha, beta, gamma.');
  const many = Array.from({ length: 400 }, (_, nth) => `name-of-number-${nth}`);
  expect(didYouMean('x', many)).toMatch(/^Known: name-of-number-0, .*name-of-number-19 and 380 more\.$/);
});
