import type { Entry } from '../corpus/entry.ts';
import type { Mutant } from './fault.ts';
import { resolveKills } from './resolve.ts';

/** The page that lists every mutant: what it breaks, where, and how many cases must notice. */
export function renderTable(mutants: readonly Mutant[], entries: readonly Entry[]): string {
  const rows = mutants.map(
    (mutant) => `| ${mutant.id} | ${mutant.title} | ${placeOf(mutant)} | ${killsOf(mutant, entries)} |`,
  );
  return `${HEAD}\n${rows.join('\n')}\n`;
}

const HEAD = `# Mutants

Known regressions that \`npx assay prove\` plants, one at a time: every case that a mutant names must turn red with the
finding that it states, ten others must stay green. \`npx assay run corpus --mutant M108\` shows one at work. M-numbers
are those of the contract; P is a fault of the platform, R of a runtime, S of sessions.

This page is generated: \`npx vitest run harness/mutants/catalogue.test.ts -u\` writes it again.

| id | fault | where | cases that must notice |
| --- | --- | --- | --- |`;

function placeOf(mutant: Mutant): string {
  if (mutant.kind === 'corpus') return 'the corpus';
  const lines = mutant.runtimes ? ` (${mutant.runtimes.join(', ')})` : '';
  return `${mutant.service}${lines}`;
}

function killsOf(mutant: Mutant, entries: readonly Entry[]): string {
  if (mutant.kind === 'corpus') return `\`assay corpus check\`: ${mutant.kills.rule}`;
  const cases = new Set(resolveKills(mutant, entries).map(({ caseId }) => caseId));
  const outcomes = new Set(mutant.kills.flatMap(({ outcome }) => outcome ?? []));
  return outcomes.size > 0 ? `${cases.size}: ${[...outcomes].join(', ')}` : String(cases.size);
}
