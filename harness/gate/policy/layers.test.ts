import { describe, expect, test } from 'vitest';
import { POLICY_KEYS } from './keys.ts';
import { BUILT_IN, layPolicies, type NamedLayer } from './layers.ts';
import type { PolicyKey, PolicyLayer } from './policy.ts';

const layer = (file: string, over: Omit<PolicyLayer, 'formatVersion'>): NamedLayer => ({
  file,
  layer: { formatVersion: 1, ...over },
});
const waiver = { case: 'corpus/a', owner: 'o', reason: 'r', expires: '2026-12-31' };
const absence = { case: 'corpus/a', reason: 'r' };

/** Of each key a value of the organisation, one of the repository that tightens it, and one that loosens it. */
const VALUES: { readonly [Name in PolicyKey]: readonly [unknown, unknown, unknown] } = {
  name: ['org', 'repo', undefined],
  suites: [{ corpus: 300 }, { corpus: 400, cursor: 4 }, { corpus: 1 }],
  notApplicable: [[], [], [absence]],
  changedPolicyCases: ['refuse', 'refuse', 'allow'],
  waivers: [[], [], [waiver]],
  baseline: ['refuse', 'refuse', 'accept'],
  maximumAgeHours: [24, 12, 48],
  subject: ['reference', 'reference', 'staging'],
  revision: ['R3', 'R3', 'R1'],
  digests: ['named', 'named', 'any'],
  log: ['required', 'required', 'optional'],
  checkout: ['clean', 'clean', 'any'],
  commit: ['abcdef0', 'abcdef0', 'abcdef1'],
  corpus: ['own', 'own', 'any'],
  proof: ['required', 'required', 'none'],
  maximumProofAgeDays: [30, 7, 60],
  removed: [[], [], [absence]],
  once: [true, true, false],
  bake: [
    { runs: 3, businessDays: 2 },
    { runs: 4, businessDays: 3 },
    { runs: 3, businessDays: 1 },
  ],
  signers: [[{ name: 'a', key: '1' }], [{ name: 'b', key: '2' }], [{ name: 'a', key: '3' }]],
};

test('without a file the built-in policy holds, and asks for a proof, a clean checkout and the own corpus', () => {
  expect(layPolicies([])).toEqual(BUILT_IN);
  expect(BUILT_IN).toMatchObject({ proof: 'required', checkout: 'clean', corpus: 'own', log: 'required' });
});

describe.each(Object.entries(VALUES))('%s', (key, [lower, tighter, looser]) => {
  test('may be tightened by a later layer', () => {
    expect(() =>
      layPolicies([layer('org', { [key]: lower }), layer('repo', { [key]: tighter })]),
    ).not.toThrow();
  });

  test('may be loosened only where the earlier layer says so', () => {
    if (looser === undefined) return expect(key).toBe('name');
    const repo = layer('repo.yaml', { [key]: looser });
    expect(() => layPolicies([layer('org.yaml', { [key]: lower }), repo])).toThrow(
      `repo.yaml loosens \`${key}\` of org.yaml`,
    );
    expect(() => layPolicies([layer('org', { [key]: lower, mayLoosen: [key] }), repo])).not.toThrow();
    expect(() => layPolicies([layer('org', {}), repo])).not.toThrow();
  });
});

test('every key has a value here', () => {
  expect(Object.keys(VALUES).toSorted()).toEqual(Object.keys(POLICY_KEYS).toSorted());
});

test('a list of what does not apply tightens what the plan decides', () => {
  const [planned, listed] = [
    layer('org', { notApplicable: 'planned' }),
    layer('repo', { notApplicable: [absence] }),
  ];
  expect(layPolicies([planned, listed]).notApplicable).toEqual([absence]);
  expect(() => layPolicies([listed, planned])).toThrow('loosens');
});

test('layers add up', () => {
  const org = layer('org', {
    name: 'org',
    suites: { corpus: 300 },
    mayLoosen: ['waivers'],
    waivers: [waiver],
  });
  const repo = layer('repo', {
    name: 'repo',
    suites: { cursor: 4 },
    waivers: [{ ...waiver, case: 'corpus/b' }],
  });
  expect(layPolicies([org, repo])).toMatchObject({
    name: 'org + repo',
    suites: { corpus: 300, cursor: 4 },
    waivers: [{ case: 'corpus/a' }, { case: 'corpus/b' }],
  });
});
