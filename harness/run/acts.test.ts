import { expect, test } from 'vitest';
import { loadSuites } from '../suites/index.ts';
import type { CaseIdentity, Facets } from '../support/case.ts';
import { neededParts, runtimesOf } from './acts.ts';

const suites = await loadSuites(['corpus', 'drift-enum']);

function caseOf(suite: string, facets: Facets): CaseIdentity {
  return { id: `${suite}/x`, suite, title: 'x', clause: 'A.1', facets };
}

test('only the runtimes are booted that a case names', () => {
  const cases = [caseOf('corpus', { runtime: '0.3' }), caseOf('corpus', { runtime: 'strict' })];
  expect(runtimesOf({ suites, cases })).toEqual(['strict', '0.3']);
});

test('cases of a suite that needs no runtimes have no say', () => {
  const cases = [caseOf('corpus', { runtime: '0.3' }), caseOf('drift-enum', { tree: 'ours' })];
  expect(runtimesOf({ suites, cases })).toEqual(['0.3']);
});

test.each([{}, { runtime: 'of-tomorrow' }])(
  'all runtimes are booted when a case may need any: %j',
  (facets) => {
    const cases = [caseOf('corpus', { runtime: '0.3' }), caseOf('corpus', facets)];
    expect(runtimesOf({ suites, cases })).toEqual(['strict', '0.2', '0.3', '1.x']);
  },
);

test('an act of files alone needs no world', () => {
  const [, drift] = suites;
  expect(drift && neededParts({ suites: [drift], cases: [caseOf('drift-enum', {})] })).toEqual([]);
});
