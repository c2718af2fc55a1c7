import { CONTRACT_RULES } from '../corpus/revisions.ts';
import { isOnTree } from '../faults/fault.ts';
import { resolveKills } from '../faults/resolve.ts';
import type { SuiteFacts } from './tables.ts';

/** A clause of the contract, and what holds a platform to it. */
export interface Coverage {
  readonly id: string;
  readonly title: string;
  /** Rules of it that differ between the revisions, each with its day. */
  readonly rules: readonly string[];
  /** How many cases check it, by suite. */
  readonly cases: ReadonlyMap<string, number>;
  /** Ids of the faults that kill a case by this clause. */
  readonly faults: readonly string[];
}

const HEADING = /^## ([0-9A-Z][\w.]*) (.*)$/gm;

/** What holds a platform to each clause of the sheet, in its order. */
export function coverageOf(contract: string, facts: readonly SuiteFacts[]): readonly Coverage[] {
  const kills = facts.flatMap(killsOf);
  return [...contract.matchAll(HEADING)].map(([, id = '', title = '']) => ({
    ...{ id, title },
    rules: CONTRACT_RULES.filter(({ clauses }) => clauses.includes(id)).map(
      (rule) => `${rule.id} (${rule.day ?? 'unknown day'})`,
    ),
    cases: countsOf(id, facts),
    faults: [...new Set(kills.filter(({ clause }) => clause === id).map(({ fault }) => fault))].sort(),
  }));
}

function killsOf({ plan, proof }: SuiteFacts) {
  const inWorlds = proof.faults.filter(({ plant }) => !isOnTree(plant));
  return inWorlds.flatMap((fault) =>
    resolveKills(fault, plan).map(({ clause }) => ({ clause, fault: fault.id })),
  );
}

function countsOf(id: string, facts: readonly SuiteFacts[]): ReadonlyMap<string, number> {
  const counts = facts.map(
    ({ suite, plan }) => [suite.name, plan.cases.filter(({ clause }) => clause === id).length] as const,
  );
  return new Map(counts.filter(([, count]) => count > 0));
}

/** The page that tells what holds a platform to each clause. */
export function renderCoverage(coverage: readonly Coverage[]): string {
  const rows = coverage.map(({ id, title, rules, cases, faults }) => {
    const counts = [...cases].map(([suite, count]) => `${suite} ${count}`).join(', ') || 'none';
    return `| ${id} | ${title} | ${counts} | ${rules.join(', ')} | ${faults.length}${shown(faults)} |`;
  });
  return `${HEAD}\n${rows.join('\n')}\n`;
}

const SHOWN = 12;

function shown(faults: readonly string[]): string {
  if (faults.length === 0) return '';
  const more = faults.length > SHOWN ? ' …' : '';
  return `: ${faults.slice(0, SHOWN).join(' ')}${more}`;
}

const HEAD = `# What holds a platform to each clause

Every clause of [contract.md](contract.md): how many cases check it in which suite, the rules of it that differ between the
revisions, each with the day of its change, and the faults that kill a case by this clause. \`npx assay explain A.5\` shows
all of one. Counted for the reference platform at the last revision.

This page is generated: \`npx vitest run harness/suites/tables.test.ts -u\` writes it again.

| clause | title | cases | rules that differ | faults |
| --- | --- | --- | --- | --- |`;
