import { isOnTree } from '../faults/fault.ts';
import { resolveKills } from '../faults/resolve.ts';
import { groupBy } from '../support/group.ts';
import type { SuiteFacts } from './tables.ts';

/** Every figure that the README shows of the catalogue, each with where it stands and what it has to be. */
type Figure = readonly [place: RegExp, words: string];

/**
 * The README with the figures of its sample run as the lists have them now, and the places that it has no longer: whoever
 * rewords the sample rewords them here, or figures would stand there that nothing holds.
 */
export function withFigures(page: string, facts: readonly SuiteFacts[]) {
  const figures = figuresOf(facts);
  return {
    page: figures.reduce((text, [place, words]) => text.replace(place, () => words), page),
    missing: figures.filter(([place]) => !place.test(page)).map(([place]) => place.source),
  };
}

function figuresOf(facts: readonly SuiteFacts[]): readonly Figure[] {
  const cases = facts.flatMap(({ plan }) => plan.cases);
  const excluded = facts.flatMap(({ plan }) => plan.excluded);
  const policy = cases.filter(({ facets }) => facets.expected === 'policy').length;
  const mutants = sum(facts.map(plantedIn));
  const variants = sum(facts.map(({ proof }) => proof.neutral.length));
  const [[reason, same] = ['', []]] = groupBy(excluded, (each) => each.reason);
  const [all, none] = [cases.length, excluded.length];
  return [
    [
      /^\d+ planned, .*$/m,
      `${all} planned, ${all} executed, ${all - policy} passed, 0 failed, ${none} not applicable`,
    ],
    [/^\d+ policy, not judged.*$/m, `${policy} policy, not judged: ${policy} as recorded, 0 changed`],
    [/^\d+ not applicable:\n.*$/m, `${none} not applicable:\n  ${same.length} × ${reason}`],
    [
      /^proof: .*$/m,
      `proof: ${mutants} of ${mutants} mutants killed, 0 vacuous cases, 0 false alarms in ${variants} variants`,
    ],
    [/judged 1 of \d+ cases/, `judged 1 of ${all} cases`],
  ];
}

/** Faults of another revision have no case here, and are not planted. */
function plantedIn({ proof, plan }: SuiteFacts): number {
  return proof.faults.filter((fault) => isOnTree(fault.plant) || resolveKills(fault, plan).length > 0).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
