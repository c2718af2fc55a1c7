import { describe, expect, test } from 'vitest';
import { loadSubject } from '../config/subject.ts';
import { resolveKills } from '../faults/resolve.ts';
import { inProject } from '../support/paths.ts';
import { loadSuites } from './index.ts';
import { sceneOf } from './scene.ts';
import { renderProofPage, renderSuites, type SuiteFacts } from './tables.ts';

const scene = sceneOf(await loadSubject());
const facts: readonly SuiteFacts[] = await Promise.all(
  (await loadSuites()).map(async (suite) => ({
    suite,
    plan: await suite.plan(scene),
    proof: await suite.proof(),
  })),
);

test('the table of contents is that of the list of suites', async () => {
  await expect(renderSuites(facts)).toMatchFileSnapshot(inProject('specs/README.md'));
});

describe.each(facts)('$suite.name', (fact) => {
  const { suite, plan, proof } = fact;

  test('has a page about what proves it', async () => {
    const page = inProject(`harness/suites/${suite.name}/README.md`);
    await expect(renderProofPage(fact)).toMatchFileSnapshot(page);
  });

  test('has faults, variants that conform, and broken subjects, each under an id of its own', () => {
    const { faults, neutral, broken } = proof;
    for (const planted of [faults, neutral, broken]) expect(planted.length).toBeGreaterThan(0);
    const ids = [...faults, ...neutral, ...broken].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('lets every fault in a world name at least one of its cases', () => {
    const inWorlds = proof.faults.filter(({ plant }) => plant.kind !== 'tree');
    const empty = inWorlds.filter((fault) => resolveKills(fault, plan).length === 0);
    expect(empty.map(({ id }) => id)).toEqual([]);
  });
});
