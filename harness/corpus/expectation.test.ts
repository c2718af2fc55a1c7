import { expect, it } from 'vitest';
import type { Rejected, Step } from './entry.ts';
import { expectationFor, expectationsOf } from './expectation.ts';

const because = (cause: string): Rejected => ({ outcome: 'rejected', by: 'runtime', status: 200, cause });

const step: Step = {
  payload: 'x.body',
  payloadFile: '/x.body',
  headers: {},
  fill: [],
  capture: {},
  expect: because('default'),
  variants: [
    { when: { runtimes: ['1.x'], revisions: ['R1'] }, expect: because('1.x in R1') },
    { when: { revisions: ['R1'] }, expect: because('R1') },
    { when: { runtimes: ['1.x', '0.2'] }, expect: because('1.x or 0.2') },
  ],
};

it('takes the first variant that matches runtime and revision', () => {
  expect(expectationFor(step, '1.x', 'R1')).toEqual(because('1.x in R1'));
  expect(expectationFor(step, '0.2', 'R1')).toEqual(because('R1'));
  expect(expectationFor(step, '1.x', 'R3')).toEqual(because('1.x or 0.2'));
});

it('falls back to the expectation of the step', () => {
  expect(expectationFor(step, 'strict', 'R3')).toEqual(because('default'));
});

it('lists every expectation that a step can have', () => {
  expect(expectationsOf(step)).toHaveLength(4);
});
