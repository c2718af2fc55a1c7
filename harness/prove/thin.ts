import type { ExpectedKill } from '../faults/resolve.ts';
import { sample } from '../faults/sample.ts';
import type { Trial } from './trial.ts';

/** How many cases are looked at under each fault. */
export interface Thickness {
  /** Of those that it names; more only where each must be looked at. */
  readonly named: number;
  /** Of those that it does not name, which must stay green. */
  readonly unrelated: number;
  /** Whether cases that wait are left to faults which kill no others. */
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
  const draw = (trial: Trial, ids: readonly string[], count: number) =>
    drawn(trial, ids, count, `${seed}/${trial.planted.id}`, thickness);
  const fewer = trials.map((trial) => {
    const kills = someKills(trial.kills, must(trial), thickness.named, (ids, count) =>
      draw(trial, ids, count),
    );
    return { trial, kills, ids: idsOf(kills) };
  });
  return fewer.map(({ trial, kills, ids }) => {
    if (kills.length === 0) return trial;
    const running = fewer.filter(({ trial: { suite } }) => suite === trial.suite).flatMap((each) => each.ids);
    const named = new Set(idsOf(trial.kills));
    const nearby = draw(trial, without([...new Set(running)], named), thickness.unrelated);
    const spare = draw(trial, without([...trial.cases], new Set([...named, ...nearby])), thickness.unrelated);
    return {
      ...trial,
      kills,
      cases: new Set([...ids, ...[...nearby, ...spare].slice(0, thickness.unrelated)]),
    };
  });
}

function without(ids: readonly string[], named: ReadonlySet<string>): readonly string[] {
  return ids.filter((id) => !named.has(id));
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

type Draw = (ids: readonly string[], count: number) => readonly string[];

function someKills(
  kills: readonly ExpectedKill[],
  mustHave: ReadonlySet<string>,
  count: number,
  draw: Draw,
): readonly ExpectedKill[] {
  const ids = idsOf(kills);
  const ways = [...new Set(kills.map(wayOf))].map((way) => kills.filter((kill) => wayOf(kill) === way));
  const first = ways.flatMap((same) => draw(idsOf(same), 1));
  const must = new Set([...ids.filter((id) => mustHave.has(id)), ...first]);
  const chosen = new Set([...must, ...draw(without(ids, must), Math.max(0, count - must.size))]);
  return kills.filter(({ caseId }) => chosen.has(caseId));
}

/** Cases die in the same way when the same finding is due. */
function wayOf({ clause, reason, outcome, rule, at }: ExpectedKill): string {
  return JSON.stringify([clause, String(reason), outcome, rule, at]);
}

/** By the seed; in haste those that wait come last. */
function drawn(
  { suite, plan }: Trial,
  ids: readonly string[],
  count: number,
  seed: string,
  { inHaste }: Thickness,
): readonly string[] {
  if (!inHaste) return sample(ids, count, seed);
  const waiting = new Set(plan.cases.filter((each) => suite.waits?.(each)).map(({ id }) => id));
  const brisk = sample(without(ids, waiting), count, seed);
  const rest = ids.filter((id) => waiting.has(id));
  return [...brisk, ...sample(rest, count - brisk.length, seed)];
}

function idsOf(kills: readonly ExpectedKill[]): readonly string[] {
  return [...new Set(kills.map(({ caseId }) => caseId))];
}
