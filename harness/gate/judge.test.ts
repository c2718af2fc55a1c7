import { expect, test } from 'vitest';
import type { GateAnswer } from './answer.ts';
import { judge } from './judge.ts';
import { RULES } from './rules/index.ts';
import { caseOver, layRun, policyWith, type SampleRun, sampleFolder } from './test-support/sample.ts';

async function gated(sample: SampleRun = {}): Promise<GateAnswer> {
  using folder = sampleFolder();
  await layRun(folder.path, sample);
  return judge(await caseOver([folder.path]), policyWith());
}

test('a green, whole, proven run is PROMOTE, and every rule is told', async () => {
  const answer = await gated();
  expect(
    answer.runs.flatMap(({ branches }) => branches.flatMap(({ rules }) => rules.filter(({ held }) => !held))),
  ).toEqual([]);
  expect(answer.verdict).toBe('PROMOTE');
  const ids = answer.runs[0]?.branches.flatMap(({ rules }) => rules.map(({ id }) => id));
  expect(ids?.toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
  expect(answer.why).toContain('run-1');
  expect(answer.changes.join('\n')).toContain('fresh: it is too old from 2026-03-11');
});

test('no run at all is HOLD', () => {
  const nothing = { now: '2026-03-04T00:00:00Z', all: [], digests: [], ownCorpus: '' };
  expect(judge(nothing, policyWith())).toMatchObject({
    verdict: 'HOLD',
    why: 'no run was given, so nothing is known.',
  });
});

test('the rules have different ids, each says what must hold', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  for (const { says } of RULES) expect(says).toMatch(/^[A-Z].*\.$/);
});
