import type { ExpectedKill } from '../faults/resolve.ts';
import { sample } from '../faults/sample.ts';
import type { Trial } from './trial.ts';

/** How many cases are looked at under each fault. */
export interface Thickness {
  /** Of those that it names; more only where each must be looked at. */
  readonly named: number;
  /** Of those that it does not name, which must stay green. */
  readonly unrelated: number;
  /** Cases that wait are left to the faults that kill no others. */
  readonly inHaste?: boolean;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Takes some of the cases of each fault, by the seed: those that `must` be looked at, one for each way to die, and
 * others up to the thickness. Those that must stay green are, as far as they go, cases that other faults name: they run
 * anyway.
 */
export function thinned(
  trials: readonly Trial[],
  must: (trial: Trial) => ReadonlySet<string>,
  thickness: Thickness,
  seed: number,
): readonly Trial[] {
  const fewer = trials.map((trial) => {
    const mustHave = must(trial);
    const avoided = thickness.inHaste ? without(waitingOf(trial), mustHave) : [];
    const due = trial.kills.filter(({ caseId }) => !avoided.includes(caseId));
    const ofWhich = due.length > 0 ? due : trial.kills;
    const { named } = thicknessFor(trial, thickness);
    const kills = someKills(ofWhich, mustHave, named, `${seed}/${trial.planted.id}`);
    return { trial, kills, ids: idsOf(kills), avoided };
  });
  return fewer.map(({ trial, kills, ids, avoided }) => {
    if (kills.length === 0) return trial;
    const running = fewer.filter(({ trial: { suite } }) => suite === trial.suite).flatMap((each) => each.ids);
    const not = new Set([...idsOf(trial.kills), ...avoided]);
    const unrelated = unrelatedTo(trial, running, not, thicknessFor(trial, thickness).unrelated, seed);
    return { ...trial, kills, cases: new Set([...ids, ...unrelated]) };
  });
}

/** Of cases that take seconds each. */
const COSTLY: Thickness = { named: 3, unrelated: 2 };

function thicknessFor({ suite }: Trial, asked: Thickness): Thickness {
  if (!suite.costly || !Number.isFinite(asked.named)) return asked;
  return {
    named: Math.min(asked.named, COSTLY.named),
    unrelated: Math.min(asked.unrelated, COSTLY.unrelated),
  };
}

function waitingOf({ suite, plan }: Trial): readonly string[] {
  return plan.cases.filter((each) => suite.waits?.(each)).map(({ id }) => id);
}

function without(ids: readonly string[], others: ReadonlySet<string>): readonly string[] {
  return ids.filter((id) => !others.has(id));
}

/** Like `thinned`, and every case that some fault names is still named by one: that which names fewest others. */
export function thinnedEvenly(
  trials: readonly Trial[],
  thickness: Thickness,
  seed: number,
): readonly Trial[] {
  const drawn = thinned(trials, () => NOBODY, thickness, seed);
  const due = new Map(trials.map((trial, nth) => [trial, new Set(idsOf(drawn[nth]?.kills ?? []))]));
  const killed = new Set([...due.values()].flatMap((ids) => [...ids]));
  for (const trial of [...trials].sort((a, b) => a.kills.length - b.kills.length)) {
    for (const id of idsOf(trial.kills).filter((each) => !killed.has(each))) {
      killed.add(id);
      due.get(trial)?.add(id);
    }
  }
  return thinned(trials, (trial) => due.get(trial) ?? NOBODY, thickness, seed);
}

function someKills(
  kills: readonly ExpectedKill[],
  mustHave: ReadonlySet<string>,
  count: number,
  seed: string,
): readonly ExpectedKill[] {
  const ids = idsOf(kills);
  const ways = [...new Set(kills.map(wayOf))].map((way) => kills.filter((kill) => wayOf(kill) === way));
  const first = ways.flatMap((same) => sample(idsOf(same), 1, seed));
  const must = new Set([...ids.filter((id) => mustHave.has(id)), ...first]);
  const chosen = new Set([...must, ...sample(without(ids, must), Math.max(0, count - must.size), seed)]);
  return kills.filter(({ caseId }) => chosen.has(caseId));
}

/** Cases die in the same way when the same finding is due. */
function wayOf({ clause, reason, outcome, rule, at }: ExpectedKill): string {
  return JSON.stringify([clause, String(reason), outcome, rule, at]);
}

function unrelatedTo(
  trial: Trial,
  running: readonly string[],
  not: ReadonlySet<string>,
  count: number,
  seed: number,
): readonly string[] {
  const drawn = sample(without([...new Set(running)], not), count, `${seed}/${trial.planted.id}`);
  const spare = without([...trial.cases], new Set([...not, ...drawn]));
  return [...drawn, ...spare].slice(0, count);
}

function idsOf(kills: readonly ExpectedKill[]): readonly string[] {
  return [...new Set(kills.map(({ caseId }) => caseId))];
}
