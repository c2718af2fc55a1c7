import { expect, test } from 'vitest';
import { sample } from './sample.ts';

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
