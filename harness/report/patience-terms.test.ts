import { expect, test } from 'vitest';
import type { NewEvent } from './event.ts';
import { type PatienceTerms, patienceOfSuites } from './patience-terms.ts';
import { broken, judged } from './testing.ts';

const hanging = (suite: string, name: string) => of(suite, broken(name, { outcome: 'hang' }));
const answered = (suite: string) => of(suite, judged('v03-a'));
const of = (suite: string, event: ReturnType<typeof judged>) => {
  return { ...event, suite, id: event.id.replace('corpus/', `${suite}/`) };
};
const MIXED = [1, 2, 3, 4, 5].flatMap((nth) => [hanging('one', `v02-${nth}`), answered('two')]);

const whyGivenUp = (terms: PatienceTerms, events: readonly NewEvent[]) => {
  const patience = patienceOfSuites(terms);
  for (const event of events) patience.note(event);
  return patience.whyGivenUp();
};

test('the answers of one suite do not end the row of another', () => {
  expect(whyGivenUp({}, MIXED)).toContain('5 cases in a row');
  expect(whyGivenUp({}, MIXED.slice(0, -2))).toBeUndefined();
});

test('a subject that is known to be broken is asked everything', () => {
  expect(whyGivenUp({ probe: false }, MIXED)).toBeUndefined();
});

test('--bail counts over all suites', () => {
  const two = [hanging('one', 'v02-a'), hanging('two', 'v02-a')];
  expect(whyGivenUp({ bail: 2 }, two)).toBe('--bail 2: 2 cases did not pass');
  expect(whyGivenUp({ bail: 3 }, two)).toBeUndefined();
});

test('failures that the baseline lists are no reason', () => {
  const known = { owner: 'wire team', reason: 'it is being mended', expires: '2999-12-31', clause: 'A.4' };
  const entry = { ...known, case: 'one/v02-{1,2,3,4,5}' };
  const baseline = { formatVersion: 1, subject: 'reference', entries: [entry] } as const;
  expect(whyGivenUp({ bail: 1, baseline }, MIXED)).toBeUndefined();
});
