import type { ExpectedKill } from '../../faults/resolve.ts';
import { sample } from '../../faults/sample.ts';
import type { Trial } from '../trial.ts';

/** So many of the cases that a fault names are looked at when a change is asked about; a whole proof has them all. */
export const NAMED_CASES = 6;

/** So many that it does not name must stay green then. */
const UNRELATED_CASES = 5;

/**
 * Takes some of the cases of each fault, by the seed: every touched one, one for each way to die, and others up to
 * `NAMED_CASES`. Those that must stay green are, as far as they go, cases that other faults name: they run anyway.
 */
export function thinned(
  trials: readonly Trial[],
  touched: ReadonlySet<string>,
  seed: number,
): readonly Trial[] {
  const fewer = trials.map((trial) => {
    const kills = someKills(trial.kills, touched, `${seed}/${trial.planted.id}`);
    return { trial, kills, ids: idsOf(kills) };
  });
  return fewer.map(({ trial, kills, ids }) => {
    if (kills.length === 0) return trial;
    const running = fewer.filter(({ trial: { suite } }) => suite === trial.suite).flatMap((each) => each.ids);
    return { ...trial, kills, cases: new Set([...ids, ...unrelatedTo(trial, running, seed)]) };
  });
}

function someKills(
  kills: readonly ExpectedKill[],
  touched: ReadonlySet<string>,
  seed: string,
): readonly ExpectedKill[] {
  const ids = idsOf(kills);
  const ways = [...new Set(kills.map(wayOf))].map((way) => kills.filter((kill) => wayOf(kill) === way));
  const first = ways.flatMap((same) => sample(idsOf(same), 1, seed));
  const must = new Set([...ids.filter((id) => touched.has(id)), ...first]);
  const others = ids.filter((id) => !must.has(id));
  const chosen = new Set([...must, ...sample(others, Math.max(0, NAMED_CASES - must.size), seed)]);
  return kills.filter(({ caseId }) => chosen.has(caseId));
}

/** Cases die in the same way when the same finding is due. */
function wayOf({ clause, reason, outcome, rule, at }: ExpectedKill): string {
  return JSON.stringify([clause, String(reason), outcome, rule, at]);
}

function unrelatedTo(trial: Trial, running: readonly string[], seed: number): readonly string[] {
  const named = new Set(idsOf(trial.kills));
  const nearby = [...new Set(running)].filter((id) => !named.has(id));
  const drawn = sample(nearby, UNRELATED_CASES, `${seed}/${trial.planted.id}`);
  const spare = [...trial.cases].filter((id) => !named.has(id) && !drawn.includes(id));
  return [...drawn, ...spare].slice(0, UNRELATED_CASES);
}

function idsOf(kills: readonly ExpectedKill[]): readonly string[] {
  return [...new Set(kills.map(({ caseId }) => caseId))];
}
