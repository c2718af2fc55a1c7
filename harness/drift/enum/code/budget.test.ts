import { expect, test } from 'vitest';
import { MAX_STEPS, spend, withinBudget } from './budget.ts';
import { programOf } from './program.ts';

test('a statement that takes more steps than it has is given up, and the next one starts anew', () => {
  const program = programOf([]);
  expect(withinBudget(program, () => spend(program, MAX_STEPS + 1))).toBeUndefined();
  expect(
    withinBudget(program, () => {
      spend(program, MAX_STEPS);
      return 'done';
    }),
  ).toBe('done');
});

test('another fault than too many steps is told', () => {
  const fail = () => {
    throw new Error('broken');
  };
  expect(() => withinBudget(programOf([]), fail)).toThrow('broken');
});
