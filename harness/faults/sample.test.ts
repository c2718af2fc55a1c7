import { expect, test } from 'vitest';
import type { CaseIdentity } from '../support/case.ts';
import { fairSample, sample } from './sample.ts';

const MEMBERS = Array.from({ length: 50 }, (_, index) => `case-${index}`);

test('the same seed chooses the same members, in their order', () => {
  const chosen = sample(MEMBERS, 10, '1/M108');
  expect(sample(MEMBERS, 10, '1/M108')).toEqual(chosen);
  expect(chosen).toEqual(MEMBERS.filter((member) => chosen.includes(member)));
  expect(chosen).toHaveLength(10);
});

test('another seed chooses others', () => {
  expect(sample(MEMBERS, 10, '2/M108')).not.toEqual(sample(MEMBERS, 10, '1/M108'));
});

test('the order in which members come does not change the choice', () => {
  const turned = sample([...MEMBERS].reverse(), 10, '1');
  expect([...turned].sort()).toEqual([...sample(MEMBERS, 10, '1')].sort());
});

test('where there are fewer members, all of them are chosen', () => {
  expect(sample(['a', 'b'], 10, '1')).toEqual(['a', 'b']);
});

const GROUPS = ['family', 'runtime'];
const CASES: readonly CaseIdentity[] = ['a', 'b', 'c'].flatMap((family) =>
  ['strict', '0.3'].flatMap((runtime) =>
    Array.from({ length: 20 }, (_, at) => ({
      id: `corpus/${family}-${at}@${runtime}`,
      ...{ suite: 'corpus', title: 'A case', clause: 'A.4', facets: { family, runtime } },
    })),
  ),
);

function facetsIn(chosen: ReadonlySet<string>, name: string): readonly string[] {
  const values = CASES.filter(({ id }) => chosen.has(id)).map(({ facets }) => facets[name] ?? '');
  return [...new Set(values)].sort();
}

test.each([1, 5, 30])('a fair sample of %i has every group in it, whatever the seed', (count) => {
  for (let seed = 0; seed < 20; seed += 1) {
    const chosen = fairSample(CASES, count, String(seed), { groups: GROUPS });
    expect(facetsIn(chosen, 'family')).toEqual(['a', 'b', 'c']);
    expect(facetsIn(chosen, 'runtime')).toEqual(['0.3', 'strict']);
    expect(chosen.size).toBeLessThanOrEqual(Math.max(count, 5));
    expect(chosen.size).toBeGreaterThanOrEqual(count);
  }
});

test('a fair sample follows from its seed, and another seed gives another', () => {
  const chosen = (seed: string) => [...fairSample(CASES, 10, seed, { groups: GROUPS })];
  expect(chosen('1')).toEqual(chosen('1'));
  expect(chosen('1')).not.toEqual(chosen('2'));
});

test('a fair sample has a few of the cases that something comes to bear on', () => {
  const touches = ({ id }: CaseIdentity) => /^corpus\/c-1\d@strict$/.test(id);
  const chosen = fairSample(CASES, 10, '1', { groups: GROUPS, touches });
  expect(CASES.filter(touches).filter(({ id }) => chosen.has(id)).length).toBeGreaterThanOrEqual(4);
  expect(chosen.size).toBe(10);
});
