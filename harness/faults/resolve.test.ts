import { expect, test } from 'vitest';
import type { CaseIdentity } from '../support/case.ts';
import type { Fault, Kill } from './fault.ts';
import { answersTo, resolveKills } from './resolve.ts';

const known = {
  cases: [caseOf('v03-text@strict'), caseOf('v03-text@0.3'), caseOf('v03-file@0.3', 'A.9')],
  excluded: [{ id: 'corpus/v01-old@strict' }],
};

test('a name stands for all variants of a case', () => {
  expect(idsOf({ cases: ['v03-text'], reason: /x/ })).toEqual([
    'corpus/v03-text@strict',
    'corpus/v03-text@0.3',
  ]);
});

test('one variant can be named', () => {
  expect(idsOf({ cases: ['v03-text@0.3'], reason: /x/ })).toEqual(['corpus/v03-text@0.3']);
});

test('cases can be chosen by what they are about', () => {
  const cases = ({ facets }: CaseIdentity) => facets.runtime === '0.3';
  expect(idsOf({ cases, reason: /x/ })).toEqual(['corpus/v03-text@0.3', 'corpus/v03-file@0.3']);
});

test('the clause is that of the case unless another is stated', () => {
  const [own] = resolveKills(faultWith({ cases: ['v03-file'], reason: /x/ }), known);
  const [other] = resolveKills(faultWith({ cases: ['v03-file'], clause: 'A.1', reason: /x/ }), known);
  expect([own?.clause, other?.clause]).toEqual(['A.9', 'A.1']);
});

test('a name that does not apply to this subject is left out', () => {
  expect(idsOf({ cases: ['v01-old', 'v03-file'], reason: /x/ })).toEqual(['corpus/v03-file@0.3']);
});

test.each([
  ['no case', { cases: ['v03-txet'], reason: /x/ }, 'v03-txet'],
  ['no variant of its case', { cases: ['v03-file@0.2'], reason: /x/ }, 'v03-file@0.2'],
  ['no case by choice', { cases: () => false, reason: /x/ }, 'a choice of cases'],
] satisfies [string, Kill, string][])('a kill that matches %s is an error', (_what, kill, named) => {
  expect(() => idsOf(kill)).toThrow(`The fault M0 names ${named}, and no case of its suite matches it.`);
});

test.each([
  ['corpus/v03-text@0.3', true],
  ['corpus/v03-text', true],
  ['v03-text@0.3', true],
  ['v03-text', true],
  ['v03', false],
  ['corpus', false],
])('a case answers to its whole name or that of all its variants: %s %s', (name, answers) => {
  expect(answersTo('corpus/v03-text@0.3', name)).toBe(answers);
});

function idsOf(kill: Kill): readonly string[] {
  return resolveKills(faultWith(kill), known).map(({ caseId }) => caseId);
}

function faultWith(kill: Kill): Fault {
  const plant = { kind: 'service', service: 'platform', seams: [] } as const;
  return { id: 'M0', title: 'a fault', plant, kills: [kill] };
}

function caseOf(name: string, clause = 'A.4'): CaseIdentity {
  const [entry = '', runtime = ''] = name.split('@');
  return { id: `corpus/${name}`, suite: 'corpus', title: name, clause, facets: { entry, runtime } };
}
