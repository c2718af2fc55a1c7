import { isFault } from '../faults/fault.ts';
import { isHarmed } from '../faults/judge.ts';
import { sample } from '../faults/sample.ts';
import { groupBy } from '../support/group.ts';
import type { Seen } from './seen.ts';

/** So many cases of a suite that keeps its worlds to itself: nothing was ever planted where they run again. */
const OF_OWN_WORLDS = 4;

/**
 * The cases that must be green when all that was planted has gone: what faults had to kill, but for what was green again
 * where that fault had been; and whatever was red in a variant.
 */
export function owedGreen(seen: readonly Seen[], seed: number): ReadonlySet<string> {
  const owing = seen.filter(({ observation }) => !observation.isRestored);
  const alarming = owing.filter(({ trial }) => !isFault(trial.planted)).flatMap(redIn);
  const killing = owing.filter(({ trial }) => isFault(trial.planted));
  const killed = [...groupBy(killing, ({ trial }) => trial.suite)].flatMap(([suite, ofSuite]) => {
    const ids = [...new Set(ofSuite.flatMap(({ kills }) => kills.map(({ caseId }) => caseId)))];
    return suite.isolation === 'own' ? sample(ids, OF_OWN_WORLDS, `${seed}/${suite.name}`) : ids;
  });
  return new Set([...alarming, ...killed]);
}

function redIn({ observation }: Seen): readonly string[] {
  return observation.cases.filter(isHarmed).map(({ id }) => id);
}
