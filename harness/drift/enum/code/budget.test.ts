import { expect, test } from 'vitest';
import { MAX_STEPS, spend, withinBudget } from './budget.ts';
import { programOf } from './program.ts';

test('a statement that takes more steps than it has is given up, and the next one starts anew', () => {
  const program = programOf([]);
  const taking = (steps: number) => () => {
    spend(program, steps);
    return 'done';
  };
  expect(withinBudget(program, taking(MAX_STEPS + 1))).toBeUndefined();
  expect(withinBudget(program, taking(MAX_STEPS))).toBe('done');
});

test('another fault than too many steps is told', () => {
  const fail = () => {
    throw new Error('broken');
  };
  expect(() => withinBudget(programOf([]), fail)).toThrow('broken');
});
