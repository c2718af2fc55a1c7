import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAMILIES, OUTCOMES } from '../../../corpus/entry.ts';
import { expectationFor } from '../../../corpus/expectation.ts';
import { loadCorpus } from '../../../corpus/index.ts';
import { resolveKills } from '../../../faults/resolve.ts';
import { renderTable } from '../../../faults/table.ts';
import { inProject } from '../../../support/paths.ts';
import { CATALOGUE, findMutant } from './index.ts';

const PLANTS = inProject('harness/mutants/plants');
const { entries } = await loadCorpus(inProject('corpus'));
const services = CATALOGUE.filter((mutant) => mutant.kind === 'service');
const named = new Map(services.map((mutant) => [mutant.id, resolveKills(mutant, entries)]));

test('ids are unique and can be looked up', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.map((id) => findMutant(id).id)).toEqual(ids);
});

test('a mistyped id is answered with the nearest one', () => {
  expect(() => findMutant('M1O8')).toThrow('There is no mutant "M1O8".');
});

test('the regressions that the corpus exists for are in it', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  const wanted = ['M108', 'M109', 'M110', 'M111', 'M112', 'M114', 'M116', 'M131', 'M132', 'M133'];
  expect(ids).toEqual(expect.arrayContaining(wanted));
});

test('each mutant of a service has a plant of its own, and no plant lies about unused', () => {
  expect(services.map(({ plant }) => plant).sort()).toEqual(readdirSync(PLANTS).sort());
});

test('plants import nothing of the services', () => {
  const guilty = readdirSync(PLANTS).filter((file) =>
    /from '.*compose/.test(readFileSync(`${PLANTS}/${file}`, 'utf8')),
  );
  expect(guilty).toEqual([]);
});

test('each mutant names at least one case of the corpus', () => {
  expect([...named].filter(([, kills]) => kills.length === 0)).toEqual([]);
});

test('every reason says something: none matches any text', () => {
  const kills = services.flatMap((mutant) => mutant.kills);
  expect(kills.filter(({ reason }) => reason.test('') || reason.test('the sender got HTTP 418'))).toEqual([]);
});

test('every family has a mutant', () => {
  const familyOf = new Map(
    entries.flatMap(({ id, runtimes, family }) =>
      runtimes.map((runtime) => [`corpus/${id}@${runtime}`, family]),
    ),
  );
  const families = new Set([...named.values()].flat().map(({ caseId }) => familyOf.get(caseId)));
  expect([...families].sort()).toEqual([...FAMILIES].sort());
});

test('every outcome is what some mutant must bring about', () => {
  const outcomes = new Set(services.flatMap(({ kills }) => kills.flatMap(({ outcome }) => outcome ?? [])));
  expect([...outcomes].sort()).toEqual([...OUTCOMES].sort());
});

test('every gated case is named by a mutant', () => {
  const killed = new Set([...named.values()].flat().map(({ caseId }) => caseId));
  const gated = entries
    .filter(({ revisions }) => revisions.includes('R3'))
    .flatMap((entry) =>
      entry.runtimes
        .filter((runtime) =>
          entry.steps.some((step) => expectationFor(step, runtime, 'R3').outcome !== 'policy'),
        )
        .map((runtime) => `corpus/${entry.id}@${runtime}`),
    );
  expect(gated.filter((id) => !killed.has(id))).toEqual([]);
});

test('the table in the README is that of the catalogue', async () => {
  await expect(renderTable(CATALOGUE, entries)).toMatchFileSnapshot('README.md');
});
