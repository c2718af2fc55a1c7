import type { FaultResult } from '../faults/judge.ts';
import type { KillMatrix } from '../report/kill-matrix.ts';
import { suiteOf } from '../support/case.ts';

/** The matrix of what faults did to the cases that they name; an id stands in it once, for there are many pairs. */
export function killMatrixOf(results: readonly FaultResult[]): KillMatrix {
  const places = new Map<string, number>();
  const placeOf = (id: string) => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return place;
  };
  const faults = results.map(({ mutant, title, verdict, cases }) => ({
    ...{ id: mutant, suite: suiteOf(cases[0]?.id ?? ''), title, verdict },
    killed: cases.filter(({ state }) => state === 'killed').map(({ id }) => placeOf(id)),
    alive: cases.filter(({ state }) => state !== 'killed').map(({ id }) => placeOf(id)),
  }));
  return { cases: [...places.keys()], faults };
}
