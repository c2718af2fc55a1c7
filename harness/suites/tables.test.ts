import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadSubject } from '../config/subject.ts';
import { familiesTable, loadCorpus } from '../corpus/index.ts';
import { resolveKills } from '../faults/resolve.ts';
import { inProject } from '../support/paths.ts';
import { coverageOf, renderCoverage } from './coverage.ts';
import { loadSuites } from './index.ts';
import { planOf } from './plan-of.ts';
import { withFigures } from './readme-figures.ts';
import { sceneOf } from './scene.ts';
import { factsOf, renderProofPage, renderSuites, type SuiteFacts } from './tables.ts';

const scene = sceneOf(await loadSubject());
const facts: readonly SuiteFacts[] = await Promise.all(
  (await loadSuites()).map((suite) => factsOf(suite, scene)),
);

test('the page of contents is that of the list of suites', async () => {
  await expect(renderSuites(facts)).toMatchFileSnapshot(inProject('specs/README.md'));
});

/** What F.1 and I.1 say of data is seen by the cases of the routes that show it. */
const SEEN_BY_OTHERS = ['F.1', 'I.1'];

describe('what holds a platform to each clause', async () => {
  const coverage = coverageOf(await readFile(inProject('specs/contract.md'), 'utf8'), facts);

  test('is written down for everybody', async () => {
    await expect(renderCoverage(coverage)).toMatchFileSnapshot(inProject('specs/coverage.md'));
  });

  test('is a case for every clause of the platform, and a fault that kills it', () => {
    const ofPlatform = coverage.filter(({ id }) => /^[0A-I](\.|$)/.test(id));
    expect(ofPlatform.length).toBeGreaterThan(30);
    const bare = ofPlatform.filter(({ cases, faults }) => cases.size === 0 || faults.length === 0);
    expect(bare.map(({ id }) => id)).toEqual(SEEN_BY_OTHERS);
  });
});

test('the page about the corpus counts its families', async () => {
  const file = inProject('corpus/README.md');
  const page = await readFile(file, 'utf8');
  const table = familiesTable((await loadCorpus(inProject('corpus'))).entries);
  const between = /(<!-- families:.*-->\n)[^<]*(\n<!-- \/families -->)/;
  expect(page).toMatch(between);
  await expect(page.replace(between, `$1${table}$2`)).toMatchFileSnapshot(file);
});

test('the sample run on the first page, the README, has the figures of the lists', async () => {
  const file = inProject('README.md');
  const { page, missing } = withFigures(await readFile(file, 'utf8'), facts);
  expect(missing).toEqual([]);
  await expect(page).toMatchFileSnapshot(file);
});

describe.each(facts)('$suite.name', (fact) => {
  const { suite, plan, proof } = fact;

  test('has a page about what proves it', async () => {
    const page = inProject(`harness/suites/${suite.name}/README.md`);
    await expect(renderProofPage(fact)).toMatchFileSnapshot(page);
  });

  test('has no title that somebody has still to write', () => {
    const titles = [suite, ...plan.cases, ...proof.faults, ...proof.neutral].map(({ title }) => title);
    expect(titles.filter((title) => title.includes('FILL IN'))).toEqual([]);
  });

  test('has faults, variants that conform, and broken subjects, each under an id of its own', () => {
    const { faults, neutral, broken } = proof;
    for (const planted of [faults, neutral, broken]) expect(planted.length).toBeGreaterThan(0);
    const ids = [...faults, ...neutral, ...broken].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('lets every fault in a world name at least one of its cases, of this revision or of the first', async () => {
    const inWorlds = proof.faults.filter(({ plant }) => plant.kind !== 'tree');
    const plans = [plan, await planOf(suite, sceneOf(await loadSubject(), 'R1'))];
    const empty = inWorlds.filter((fault) => plans.every((each) => resolveKills(fault, each).length === 0));
    expect(empty.map(({ id }) => id)).toEqual([]);
  });
});
