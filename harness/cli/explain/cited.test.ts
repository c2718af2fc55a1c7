import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadSubject } from '../../config/subject.ts';
import { CONTRACT_RULES } from '../../corpus/revisions.ts';
import { loadSuites } from '../../suites/index.ts';
import { sceneOf } from '../../suites/scene.ts';
import { factsOf, type SuiteFacts } from '../../suites/tables.ts';
import { inProject } from '../../support/paths.ts';
import { clauseText } from '../clauses.ts';
import { explainClause } from './clause.ts';
import { explainPlanted } from './fault.ts';
import { foreignText } from './foreign.ts';
import { explainRule } from './rule.ts';

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

test('every clause that a case or a kill cites stands in the contract, or need not', () => {
  const cited = [...new Set(suites.flatMap(citedBy))];
  const ours = cited.filter((id) => clauseText(contract, id) !== undefined);
  expect(ours.length).toBeGreaterThanOrEqual(10);
  const others = cited.filter((id) => !ours.includes(id));
  expect(others.filter((id) => foreignText(id) === undefined)).toEqual([]);
  expect(others.filter((id) => explainClause(id, contract, suites) === undefined)).toEqual([]);
});

test('every rule that differs between revisions stands under each clause that it cites, and can be explained by its id', () => {
  for (const { id, clauses, change } of CONTRACT_RULES) {
    expect(clauses.map((clause) => explainClause(clause, contract, []))).toEqual(
      clauses.map(() => expect.stringMatching(new RegExp(`^  ${id} \\(`, 'm'))),
    );
    expect(explainRule(id.toUpperCase())).toContain(change);
  }
});

test('a clause without a section of its own says so, and a clause that nothing cites is not explained', () => {
  expect(explainClause('0.1', contract, suites)).toMatch(
    /^0\.1\n\nspecs\/contract\.md has no section for it/,
  );
  expect(explainClause('H.4', contract, suites)).toBeUndefined();
});

test.each([
  'A.99',
  'Z.1',
  'N',
  'a.4',
  '7.2',
  'RFC 8259',
  'A2A',
  'A2A 1.0',
  'A2A 0.9 Message',
  'v0.3.0 A.4',
  'no-such-rule',
])('a clause %s that a case invents is not taken for one of a standard or of the corpus', (clause) => {
  expect(foreignText(clause)).toBeUndefined();
});

test('a clause that a case cites and that stands nowhere is not explained', () => {
  const invented = suites.map((facts) => ({
    ...facts,
    plan: { ...facts.plan, cases: facts.plan.cases.map((each) => ({ ...each, clause: 'A.99' })) },
  }));
  expect(explainClause('A.99', contract, invented)).toBeUndefined();
  expect(explainClause('A.4', contract, suites)).toMatch(/^A\.4 /);
  expect(explainClause('rfc 8259 §6', contract, suites)).toMatch(/^RFC 8259 §6\n\nIt stands in a published/);
});

function citedBy({ plan, proof }: SuiteFacts): readonly string[] {
  const kills = proof.faults.flatMap((fault) => fault.kills);
  return [...plan.cases, ...kills].flatMap(({ clause }) => clause ?? []);
}
