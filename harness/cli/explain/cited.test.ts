import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadSubject } from '../../config/subject.ts';
import { loadSuites } from '../../suites/index.ts';
import { sceneOf } from '../../suites/scene.ts';
import { factsOf } from '../../suites/tables.ts';
import { inProject } from '../../support/paths.ts';
import { clauseText } from '../clauses.ts';
import { textElsewhere } from './clause.ts';
import { explainPlanted } from './fault.ts';

const contract = await readFile(inProject('specs/contract.md'), 'utf8');
const scene = sceneOf(await loadSubject());
const suites = await Promise.all((await loadSuites()).map((suite) => factsOf(suite, scene)));

test('everything that is planted can be explained by its id', () => {
  const ids = suites.flatMap(({ proof }) =>
    [...proof.faults, ...proof.neutral, ...proof.broken].map(({ id }) => id),
  );
  expect(ids.length).toBeGreaterThan(300);
  expect(ids.filter((id) => explainPlanted(id, suites) === undefined)).toEqual([]);
});

test('every clause that a case or a kill cites can be explained', () => {
  const ofCases = suites.flatMap(({ plan }) => plan.cases.map(({ clause }) => clause));
  const ofKills = suites.flatMap(({ proof }) =>
    proof.faults.flatMap(({ kills }) =>
      kills.flatMap(({ clause }) => (clause === undefined ? [] : [clause])),
    ),
  );
  const cited = [...new Set([...ofCases, ...ofKills])];
  const ours = cited.filter((id) => clauseText(contract, id) !== undefined);
  expect(ours.length).toBeGreaterThanOrEqual(10);
  const others = cited.filter((id) => !ours.includes(id));
  expect(others.filter((id) => textElsewhere(id, suites) === undefined)).toEqual([]);
  expect(textElsewhere('Z.99', suites)).toBeUndefined();
});
