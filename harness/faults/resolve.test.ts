import { expect, test } from 'vitest';
import { loadCorpus } from '../corpus/index.ts';
import { inProject } from '../support/paths.ts';
import type { Kill, ServiceMutant } from './fault.ts';
import { resolveKills } from './resolve.ts';

const { entries } = await loadCorpus(inProject('corpus'));

test('an entry stands for its cases at all of its runtimes', () => {
  expect(idsOf({ cases: ['v03-text'], reason: /x/ })).toEqual(
    ['strict', '0.2', '0.3', '1.x'].map((runtime) => `corpus/v03-text@${runtime}`),
  );
});

test('one runtime of an entry can be named', () => {
  expect(idsOf({ cases: ['v03-text@0.2'], reason: /x/ })).toEqual(['corpus/v03-text@0.2']);
});

test('the clause is that of the entry unless another is stated', () => {
  const [own] = resolveKills(mutantWith({ cases: ['v03-text@0.2'], reason: /x/ }), entries);
  const [other] = resolveKills(mutantWith({ cases: ['v03-text@0.2'], clause: 'A.9', reason: /x/ }), entries);
  expect([own?.clause, other?.clause]).toEqual(['A.7', 'A.9']);
});

test('cases of another revision are left out', () => {
  const kill: Kill = { cases: ['hg-content-string-no-role@strict', 'v01-type-text-r1@strict'], reason: /x/ };
  const at = (revision: 'R1' | 'R3') =>
    resolveKills(mutantWith(kill), entries, revision).map(({ caseId }) => caseId);
  expect(at('R1')).toEqual(['corpus/v01-type-text-r1@strict']);
  expect(at('R3')).toEqual(['corpus/hg-content-string-no-role@strict']);
});

test.each([
  ['no entry', { cases: ['v03-txet'], reason: /x/ }, 'v03-txet'],
  ['no runtime of its entry', { cases: ['hg-neither@0.2'], reason: /x/ }, 'hg-neither@0.2'],
  ['no case by its predicate', { cases: () => false, reason: /x/ }, 'a predicate'],
] satisfies [string, Kill, string][])('a kill that matches %s is an error', (_what, kill, named) => {
  expect(() => idsOf(kill)).toThrow(`Mutant M0 names ${named}, and no case of the corpus matches it.`);
});

function idsOf(kill: Kill): readonly string[] {
  return resolveKills(mutantWith(kill), entries).map(({ caseId }) => caseId);
}

function mutantWith(kill: Kill): ServiceMutant {
  const kills = [kill];
  return { kind: 'service', id: 'M0', title: 'a fault', service: 'platform', plant: 'none.ts', kills };
}
