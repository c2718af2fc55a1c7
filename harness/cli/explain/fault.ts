import { isFault, isOnTree, type Plant, type Planted } from '../../faults/fault.ts';
import { type ExpectedKill, resolveKills } from '../../faults/resolve.ts';
import type { SuiteFacts } from '../../suites/tables.ts';
import { ASSAY } from '../../support/command.ts';

const SHOWN = 20;

/** What a fault or a neutral variant breaks or changes, what must come of it, and how to see it; nothing when none has the id. */
export function explainPlanted(id: string, suites: readonly SuiteFacts[]): string | undefined {
  for (const facts of suites) {
    const { faults, neutral, broken } = facts.proof;
    const wanted = id.toLowerCase();
    const planted = [...faults, ...neutral, ...broken].find((each) => each.id.toLowerCase() === wanted);
    if (planted) return linesOf(planted, facts).join('\n');
  }
  return undefined;
}

function linesOf(planted: Planted, facts: SuiteFacts): readonly string[] {
  const { name } = facts.suite;
  const question = questionOf(planted, facts);
  const isRunnable = planted.plant.kind === 'service';
  return [
    `${planted.id}: ${planted.title}`,
    '',
    `  suite    ${name}`,
    `  planted  ${placeOf(planted.plant)}`,
    ...expectations(planted, facts),
    '',
    ...(isRunnable ? [`See it:    ${ASSAY} run ${name} --mutant ${planted.id}`] : []),
    `Prove it:  ${ASSAY} prove ${name}${question} --mutant ${planted.id}`,
  ];
}

function questionOf(planted: Planted, { proof }: SuiteFacts): string {
  if (isFault(planted)) return '';
  return proof.neutral.includes(planted) ? ' --neutral' : ' --broken';
}

function placeOf(plant: Plant): string {
  if (plant.kind !== 'service') return PLACES[plant.kind];
  const where = plant.runtimes ? `${plant.service} (${plant.runtimes.join(', ')})` : plant.service;
  return `in the ${where}, at ${plant.seams.map(({ seam }) => seam).join(' and ')}`;
}

const PLACES: Readonly<Record<Exclude<Plant['kind'], 'service'>, string>> = {
  wire: 'on the wire',
  step: 'in how the harness sends',
  world: 'in how the world is booted',
  pace: 'in the order of the cases',
  subject: 'as the subject itself',
  tree: 'as an edit of files',
};

function expectations(planted: Planted, { plan, proof }: SuiteFacts): readonly string[] {
  if (!isFault(planted)) {
    return [`  expects  ${proof.neutral.includes(planted) ? 'every case stays green' : 'no case passes'}`];
  }
  if (isOnTree(planted.plant)) {
    return planted.kills.map(({ cases, reason }) => `  kills    ${String(cases)}: ${reason}`);
  }
  const kills = resolveKills(planted, plan);
  const more = kills.length > SHOWN ? [`           and ${kills.length - SHOWN} more`] : [];
  return [...kills.slice(0, SHOWN).map(killLine), ...more];
}

function killLine({ caseId, clause, reason }: ExpectedKill): string {
  return `  kills    ${caseId} by ${clause}: ${reason}`;
}
