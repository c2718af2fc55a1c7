import type { Plant } from '../faults/fault.ts';
import type { CaseIdentity } from '../support/case.ts';
import { HarnessError } from '../support/errors.ts';

/** How many cases of one trial run at a time when its plant does not say otherwise. */
export const USUAL_LANES = 4;

/** In which order the cases of a trial are performed, and how many at a time. */
export interface Pace {
  readonly lanes: number;
  readonly cases: readonly CaseIdentity[];
  /** Cases that are performed at another place than usually, or beside more or fewer others. */
  readonly moved: number;
}

/** The pace that a plant sets; the usual one for whatever else is planted. */
export function paceOf(plant: Plant, planned: readonly CaseIdentity[], usual = USUAL_LANES): Pace {
  if (plant.kind !== 'pace') return { lanes: usual, cases: planned, moved: 0 };
  const { lanes = USUAL_LANES, order } = plant;
  const cases = order ? inOrder(planned, order(planned.map(({ id }) => id))) : planned;
  const moved = cases.filter((each, at) => lanes !== USUAL_LANES || each !== planned[at]).length;
  return { lanes, cases, moved };
}

function inOrder(cases: readonly CaseIdentity[], ids: readonly string[]): readonly CaseIdentity[] {
  const byId = new Map(cases.map((each) => [each.id, each]));
  const ordered = ids.flatMap((id) => byId.get(id) ?? []);
  if (new Set(ordered).size === cases.length && ids.length === cases.length) return ordered;
  throw new HarnessError({
    code: 'ORDER_LOSES_CASES',
    message: `Another order of ${cases.length} cases came to ${ids.length}, or names one of them twice.`,
    fix: 'Let `order` answer every id once.',
  });
}
