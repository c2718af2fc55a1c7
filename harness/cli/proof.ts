import { createColors } from 'picocolors';
import type { MutantResult } from '../faults/judge.ts';
import type { BrokenResult, ProofReport } from '../prove/proof.ts';

const SHOWN = 10;

/** A proof for people: the score first, then what survived, what is vacuous and what nothing kills. */
export function renderProof(proof: ProofReport, color: boolean): string {
  const { bold, green, red } = createColors(color);
  const paint = proof.verdict === 'proven' ? green : red;
  const lines = [
    bold(paint(proof.verdict.toUpperCase())),
    ...(proof.mutants.length > 0 ? [scoreLine(proof)] : []),
    ...proof.mutants.filter(({ verdict }) => verdict !== 'killed').flatMap(survivor),
    ...proof.broken.flatMap(brokenLines),
    ...proof.reasons.slice(0, SHOWN).map((reason) => `- ${reason}`),
    ...(proof.reasons.length > SHOWN
      ? [`- and ${proof.reasons.length - SHOWN} more (--json lists all)`]
      : []),
    `seed ${proof.seed}`,
  ];
  return `${lines.join('\n')}\n`;
}

function scoreLine({ mutants, unkilled }: ProofReport): string {
  const count = (wanted: MutantResult['verdict']) =>
    mutants.filter(({ verdict }) => verdict === wanted).length;
  const counts = `killed ${count('killed')}, survived ${count('survived')}, inconclusive ${count('inconclusive')}`;
  const orphans = unkilled ? `; cases that no mutant kills: ${unkilled.length}` : '';
  return `mutants: ${counts} of ${mutants.length}${orphans}`;
}

function survivor({ mutant, title, cases, collateral }: MutantResult): readonly string[] {
  const alive = cases.filter(({ state }) => state !== 'killed');
  return [
    `${mutant} ${title}`,
    ...alive.slice(0, SHOWN).map(({ id, state, saw }) => `    ${id} ${state}: ${saw.slice(0, 300)}`),
    ...collateral.slice(0, SHOWN).map((id) => `    ${id} should have stayed green`),
  ];
}

function brokenLines({ kind, executed, vacuous, allowed }: BrokenResult): readonly string[] {
  const note = allowed.length > 0 ? `, ${allowed.length} allowed with a reason` : '';
  return [`${kind}: ${vacuous.length} vacuous of ${executed} cases${note}`];
}
