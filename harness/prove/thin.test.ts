import { describe, expect, test } from 'vitest';
import type { Fault } from '../faults/fault.ts';
import type { ExpectedKill } from '../faults/resolve.ts';
import { caseOf, testSuite } from '../suites/testing.ts';
import type { CaseIdentity } from '../support/case.ts';
import { thinned, thinnedEvenly } from './thin.ts';
import type { Trial } from './trial.ts';

const NAMES = Array.from({ length: 60 }, (_, index) => `case-${index}`);
const suite = testSuite('mail', NAMES);
const plan = { cases: NAMES.map((name) => caseOf('mail', name)), excluded: [] };
const wide = faultOf('wide', idsOf(0, 60));
const half = faultOf('half', idsOf(0, 40));
const narrow = faultOf('narrow', idsOf(10, 13));
const THICKNESS = { named: 5, unrelated: 3 };

test('a wide fault is tried on a part of what it names, a narrow one on all', () => {
  const [, , few] = thinnedEvenly([wide, half, narrow], THICKNESS, 1);
  expect(namedBy(few)).toEqual(idsOf(10, 13));
  const [two, three] = [half, narrow].map((trial) => thinnedEvenly([wide, trial], THICKNESS, 1)[0]);
  expect(namedBy(two).length).toBeLessThan(30);
  expect(namedBy(three).length).toBe(57);
});

test.each([1, 2, 3, 4, 5])('every case keeps a fault that must kill it, by seed %d', (seed) => {
  const trials = thinnedEvenly([wide, half, narrow], THICKNESS, seed);
  expect(new Set(trials.flatMap(namedBy))).toEqual(new Set(idsOf(0, 60)));
});

test('what only one fault names it is tried on, and of two the narrower takes it', () => {
  const [first, second] = thinnedEvenly([wide, half], THICKNESS, 1);
  const onlyWide = idsOf(40, 60);
  expect(namedBy(first)).toEqual(expect.arrayContaining([...onlyWide]));
  expect(namedBy(first).filter((id) => !onlyWide.includes(id)).length).toBeLessThanOrEqual(THICKNESS.named);
  expect(namedBy(second).length).toBeGreaterThan(30);
});

test('what a fault names and is not tried on must not stay green under it', () => {
  const [, second] = thinnedEvenly([wide, half], THICKNESS, 1);
  const named = new Set(half.kills.map(({ caseId }) => caseId));
  const unrelated = [...(second?.cases ?? [])].filter((id) => !namedBy(second).includes(id));
  expect(unrelated).toHaveLength(THICKNESS.unrelated);
  expect(unrelated.filter((id) => named.has(id))).toEqual([]);
});

test('the same seed draws the same, another draws others', () => {
  const cases = (seed: number) => thinnedEvenly([wide, half], THICKNESS, seed).map(namedBy);
  expect(cases(1)).toEqual(cases(1));
  expect(cases(1)).not.toEqual(cases(2));
});

test('without a limit a fault is tried on all that it names', () => {
  const all = { named: Number.POSITIVE_INFINITY, unrelated: 3 };
  expect(thinnedEvenly([wide, half], all, 1).map(namedBy)).toEqual([idsOf(0, 60), idsOf(0, 40)]);
});

describe('in haste', () => {
  const late = new Set(idsOf(0, 50));
  const slow = { ...suite, waits: ({ id }: CaseIdentity) => late.has(id) };
  const HASTE = { ...THICKNESS, inHaste: true };
  const inHaste = (must: readonly string[], ...trials: readonly Trial[]) =>
    thinned(
      trials.map((trial) => ({ ...trial, suite: slow })),
      () => new Set(must),
      HASTE,
      1,
    );

  test('cases that wait are left to the faults that kill no others, and to what must be looked at', () => {
    const [first, second] = inHaste(['mail/case-3'], wide, half);
    expect(namedBy(first).filter((id) => late.has(id))).toEqual(['mail/case-3']);
    expect(namedBy(first)).toHaveLength(HASTE.named);
    expect(namedBy(second)).toEqual(['mail/case-3']);
    const [third] = inHaste([], half);
    expect(namedBy(third)).toHaveLength(HASTE.named);
    expect(namedBy(third).every((id) => late.has(id))).toBe(true);
  });

  test('what must stay green waits for nothing, and is nothing that the fault names', () => {
    const far = faultOf('far', idsOf(50, 55));
    const [few] = inHaste([], { ...narrow, cases: new Set(NAMES.map((name) => `mail/${name}`)) }, far, half);
    const unrelated = [...(few?.cases ?? [])].filter((id) => !namedBy(few).includes(id));
    expect(unrelated).toHaveLength(HASTE.unrelated);
    expect(unrelated.filter((id) => late.has(id))).toEqual([]);
  });
});

function namedBy(trial: Trial | undefined): readonly string[] {
  return trial?.kills.map(({ caseId }) => caseId) ?? [];
}

function faultOf(id: string, named: readonly string[]): Trial {
  const kills = named.map((caseId): ExpectedKill => ({ caseId, clause: 'A.1', reason: /lost/ }));
  const planted: Fault = {
    id,
    title: id,
    plant: { kind: 'service', service: 'platform', seams: [] },
    kills: [],
  };
  return { suite, plan, planted, kills, cases: new Set(named) };
}

function idsOf(from: number, to: number): readonly string[] {
  return NAMES.slice(from, to).map((name) => `mail/${name}`);
}

test('of cases that take seconds each fewer are looked at, unless all are asked for', () => {
  const costly = { ...wide, suite: { ...suite, costly: true as const } };
  const [few] = thinned([costly], () => new Set(), { named: 16, unrelated: 10 }, 1);
  expect(namedBy(few)).toHaveLength(3);
  const [all] = thinned([costly], () => new Set(), { named: Number.POSITIVE_INFINITY, unrelated: 10 }, 1);
  expect(namedBy(all)).toHaveLength(60);
});
