import { expect, test } from 'vitest';
import { hasFailed, isAtRest, isAtWork, phaseInWords } from './task-state.ts';

test.each([
  ['submitted', 'is at work'],
  ['working', 'is at work'],
  ['input-required', 'waits'],
  ['auth-required', 'waits'],
  ['completed', 'is done'],
  ['failed', 'failed'],
  ['rejected', 'was rejected'],
  ['canceled', 'was canceled'],
])('a task that is %s %s, by the names of both protocols', (state, words) => {
  for (const name of [state, `TASK_STATE_${state.toUpperCase().replace('-', '_')}`]) {
    const task = { result: { status: { state: name } } };
    expect(phaseInWords(name)).toBe(words);
    expect(isAtWork(task)).toBe(words === 'is at work');
    expect(isAtRest(task)).toBe(words !== 'is at work');
    expect(hasFailed(task)).toBe(['failed', 'was rejected', 'was canceled'].includes(words));
  }
});

test.each(['unknown', 'TASK_STATE_UNSPECIFIED', 'Completed', 'TASK_STATE_input-required', undefined])(
  'nothing is known of a task that is %s',
  (state) => {
    const task = { result: { status: { state } } };
    expect([isAtWork(task), isAtRest(task), hasFailed(task)]).toEqual([false, false, false]);
  },
);
