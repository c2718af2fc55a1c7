import { expect, test } from 'vitest';
import { UsageError } from '../../../harness/support/errors.ts';
import { optionsOf } from './options.ts';

test('a thousand rounds and a control are played unless told otherwise, with a seed of their own', () => {
  const { seed, ...others } = optionsOf([]);
  expect(others).toEqual({ rounds: 1000, first: 1, workers: 2, control: 50 });
  expect(seed).toBeGreaterThanOrEqual(0);
});

test.each([
  [['--rounds', 'many'], '--rounds many is not a whole number'],
  [['--seed', '-1'], '--seed'],
  [['--workers', '0'], '--workers 0 is not a whole number from 1 to 16'],
  [['--round', '3'], "Unknown option '--round'"],
  [['1000'], "Unexpected argument '1000'"],
  [['--rounds', '0', '--control', '0'], '--rounds 0 and --control 0 leave nothing to do'],
])('%j is refused by name', (argv, words) => {
  expect(() => optionsOf(argv)).toThrow(UsageError);
  expect(() => optionsOf(argv)).toThrow(words);
});
