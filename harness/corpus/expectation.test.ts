import { expect, it, test } from 'vitest';
import type { Delivered, Entry, Rejected, Revision, Step } from './entry.ts';
import { appliesIn, expectationFor, expectationsOf } from './expectation.ts';
import { CONTRACT_RULES } from './revisions.ts';

const because = (cause: string): Rejected => ({ outcome: 'rejected', by: 'runtime', status: 200, cause });

const DELIVERED: Delivered = { outcome: 'delivered', rewrites: [], schema: '0.3' };

const UNKNOWN = CONTRACT_RULES.find(({ day }) => day === null)?.id ?? '';

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

test.each<[Revision, string]>([
  ['R1', '1.x in R1'],
  ['2026-05-16', '1.x in R1'],
  ['2026-06-03', '1.x in R1'],
  ['2026-06-04', '1.x or 0.2'],
  ['2026-06-05', '1.x or 0.2'],
  ['R3', '1.x or 0.2'],
])('chooses at %s by the day of the rule: %s', (revision, cause) => {
  const dated = { ...step, rule: 'renamesType' };
  expect(expectationFor(dated, '1.x', revision)).toEqual(because(cause));
});

it('demands nothing between the revisions where nobody knows the day, and records the older form', () => {
  const unknown = { ...step, rule: UNKNOWN };
  const recorded = { outcome: 'policy', today: 'rejected-loud', status: 200 };
  expect(expectationFor(unknown, '1.x', '2026-05-16')).toMatchObject(recorded);
  expect(expectationFor(unknown, '1.x', 'R1')).toEqual(because('1.x in R1'));
  expect(expectationFor(unknown, '1.x', 'R3')).toEqual(because('1.x or 0.2'));
  const delivered: Step = {
    ...unknown,
    variants: [],
    expect: DELIVERED,
  };
  expect(expectationFor(delivered, '1.x', '2026-05-16')).toMatchObject({ today: 'delivered', status: 200 });
  const unanswered: Step = {
    ...delivered,
    expect: { ...DELIVERED, unanswered: { status: 502, cause: 'broke off' } },
  };
  const told = { outcome: 'policy', today: 'rejected-loud', status: 502 };
  expect(expectationFor(unanswered, '1.x', '2026-05-16')).toMatchObject(told);
});

it('plans an entry of one revision from the day of its rule on, or until then', () => {
  const days: readonly Revision[] = ['R1', '2026-06-03', '2026-06-04', 'R3'];
  const planned = (revision: 'R1' | 'R3', rule: string) =>
    days.filter((day) => appliesIn({ revisions: [revision], rule } as unknown as Entry, day));
  expect(planned('R3', 'renamesType')).toEqual(['2026-06-04', 'R3']);
  expect(planned('R1', 'renamesType')).toEqual(['R1', '2026-06-03']);
  expect(planned('R3', UNKNOWN)).toEqual(['2026-06-03', '2026-06-04', 'R3']);
  expect(planned('R1', UNKNOWN)).toEqual(['R1', '2026-06-03', '2026-06-04']);
});

it('lets an entry without a rule hold at all times', () => {
  const alike = { revisions: ['R1', 'R3'] } as unknown as Entry;
  expect((['R1', '2026-05-16', 'R3'] as const).every((day) => appliesIn(alike, day))).toBe(true);
});
