import type { CaseIdentity } from '../support/case.ts';
import { HarnessError } from '../support/errors.ts';
import type { Fault, Kill } from './fault.ts';

/** One case that a fault must kill, with the finding that it must die of. */
export interface ExpectedKill extends Omit<Kill, 'cases'> {
  readonly caseId: string;
  readonly clause: string;
}

/** The cases among which a fault finds its own: those that apply, and the ids of those that do not. */
export interface KnownCases {
  readonly cases: readonly CaseIdentity[];
  readonly excluded: readonly { readonly id: string }[];
}

/**
 * Spells out a fault's kills as case ids, of the cases that apply. Throws when a name matches no case at all, or a
 * choice none that applies: such a kill would prove nothing.
 */
export function resolveKills(fault: Fault, known: KnownCases): readonly ExpectedKill[] {
  return fault.kills.flatMap(({ cases, ...how }) => {
    const chosen = typeof cases === 'function' ? byChoice(fault, cases, known) : byName(fault, cases, known);
    return chosen.map(({ id, clause }) => ({ clause, ...how, caseId: id }));
  });
}

function byChoice(
  fault: Fault,
  choose: Exclude<Kill['cases'], readonly string[]>,
  { cases }: KnownCases,
): readonly CaseIdentity[] {
  const chosen = cases.filter(choose);
  if (chosen.length === 0) throw matchesNothing(fault, 'a choice of cases');
  return chosen;
}

function byName(
  fault: Fault,
  names: readonly string[],
  { cases, excluded }: KnownCases,
): readonly CaseIdentity[] {
  return names.flatMap((name) => {
    const isNamed = ({ id }: { readonly id: string }) => answersTo(id, name);
    const chosen = cases.filter(isNamed);
    if (chosen.length === 0 && !excluded.some(isNamed)) throw matchesNothing(fault, name);
    return chosen;
  });
}

/** Whether a case has a name: `drift/layers@own` answers to `layers` and to `layers@own`, with its suite or without. */
export function answersTo(id: string, name: string): boolean {
  if (!id.includes(name)) return false;
  const local = id.slice(id.indexOf('/') + 1);
  const names = [id, local];
  return names.includes(name) || names.some((each) => each.split('@')[0] === name);
}

function matchesNothing(fault: Fault, name: string): HarnessError {
  return new HarnessError({
    code: 'KILL_MATCHES_NOTHING',
    message: `The fault ${fault.id} names ${name}, and no case of its suite matches it.`,
    fix: 'Correct the list of kills in the file of that fault.',
  });
}
