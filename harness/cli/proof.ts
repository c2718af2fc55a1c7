import { createColors } from 'picocolors';
import type { FaultResult } from '../faults/judge.ts';
import type { BrokenResult } from '../faults/judge-broken.ts';
import type { NeutralResult } from '../faults/judge-neutral.ts';
import type { Narrowing } from '../prove/changed/narrow.ts';
import type { ProofReport } from '../prove/proof.ts';
import { printable } from '../report/printable.ts';

const SHOWN = 10;
const SAW_CHARS = 300;

/** A proof for people: the score first, then what survived, what alarmed, what is vacuous and what nothing kills. */
export function renderProof(proof: ProofReport, color: boolean): string {
  const { bold, green, red } = createColors(color);
  const paint = proof.verdict === 'proven' || proof.verdict === 'unaffected' ? green : red;
  const { mutants, neutral, broken, reasons, seed, narrowing } = proof;
  const lines = [
    ...(narrowing ? [narrowed(narrowing)] : []),
    bold(paint(proof.verdict.toUpperCase())),
    ...(mutants.length > 0 ? [scoreLine(proof)] : []),
    ...mutants.filter(({ verdict }) => verdict !== 'killed').flatMap(survivor),
    ...(neutral.length > 0 ? [quietLine(neutral)] : []),
    ...neutral.filter(({ verdict }) => verdict !== 'quiet').flatMap(alarmed),
    ...broken.map(brokenLine),
    ...reasons.slice(0, SHOWN).map((reason) => `- ${reason}`),
    ...(reasons.length > SHOWN ? [`- and ${reasons.length - SHOWN} more (--json lists all)`] : []),
    `seed ${seed}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A proof that was narrowed says so before its verdict. */
function narrowed({ since, touched, chosen, of }: Narrowing): string {
  const some = chosen < touched.length ? `, ${chosen} of those` : '';
  return `narrowed to what has changed since ${since}: ${touched.length} of ${of} touched${some} tried, each on some of its cases`;
}

function scoreLine({ mutants, unkilled, deaths }: ProofReport): string {
  const count = (wanted: FaultResult['verdict']) =>
    mutants.filter(({ verdict }) => verdict === wanted).length;
  const counts = `killed ${count('killed')}, survived ${count('survived')}, inconclusive ${count('inconclusive')}`;
  const orphans = unkilled ? `; cases that no mutant kills: ${unkilled.length}` : '';
  return `mutants: ${counts} of ${mutants.length}${orphans}${partLine(deaths)}`;
}

function partLine({ tried, of }: NonNullable<ProofReport['deaths']> = { tried: 0, of: 0 }): string {
  return tried === of
    ? ''
    : `\nlooked at ${tried} of the ${of} deaths that they must cause; all with --sample all`;
}

function survivor({ mutant, title, hits, cases, collateral }: FaultResult): readonly string[] {
  const alive = cases.filter(({ state }) => state !== 'killed');
  return [
    `${mutant} ${title} (${hits} hits)`,
    ...alive
      .slice(0, SHOWN)
      .map(({ id, state, saw }) => `    ${id} ${state}: ${printable(saw.slice(0, SAW_CHARS))}`),
    ...collateral
      .slice(0, SHOWN)
      .map((id) => `    ${id} should have stayed green: name it in the kills, or let the fault touch less`),
  ];
}

function quietLine(neutral: readonly NeutralResult[]): string {
  const alarms = neutral.reduce((sum, each) => sum + each.alarms.length, 0);
  const looks = [...new Set(neutral.map(lookedAt))];
  return `neutral variants: ${alarms} false alarms in ${neutral.length} variants (${looks.join('; ')})`;
}

/** How much of the suite was looked at in a variant. */
function lookedAt({ executed, of }: NeutralResult): string {
  return executed === of ? `all ${of} cases each` : `${executed} of ${of} cases each`;
}

function alarmed({ variant, title, hits, alarms }: NeutralResult): readonly string[] {
  return [
    `${variant} ${title} (${hits} hits)`,
    ...alarms.slice(0, SHOWN).map(({ id, saw }) => `    ${id}: ${printable(saw.slice(0, SAW_CHARS))}`),
  ];
}

function brokenLine({ kind, title, executed, vacuous }: BrokenResult): string {
  return `${kind}: ${vacuous.length} vacuous of ${executed} cases (${title})`;
}
