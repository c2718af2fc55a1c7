import { gathered } from '../../config/shard.ts';
import type { PlannedSuite, RunPlanned } from '../../report/event.ts';
import type { Scope } from '../../report/scope.ts';
import type { GivenShard } from './given-shard.ts';

/** The plan that the shards were dealt from, in its own order; what a missing shard had is left out of it, and said so. */
export function wholePlan(shards: readonly [GivenShard, ...GivenShard[]]): Omit<RunPlanned, 'at'> {
  const plans = shards.map(({ planned }) => planned);
  const unselected = shards.map(({ planned }) => new Set(planned.unselected ?? []));
  return {
    event: 'run.planned',
    suites: suitesOf(shards),
    cases: gathered(plans.map(({ cases }) => cases)),
    excluded: gathered(plans.map(({ excluded }) => excluded)),
    unselected: (plans[0]?.unselected ?? []).filter((id) => unselected.every((each) => each.has(id))),
    scope: scopeOf(shards),
  };
}

/** Where none was named a shard owes only what it was dealt; in the order in which suites are planned. */
function suitesOf(shards: readonly [GivenShard, ...GivenShard[]]): readonly PlannedSuite[] {
  const owing = new Map(shards.flatMap(({ planned }) => planned.suites.map((each) => [each.name, each])));
  const order = (shards[0].planned.scope.bySuite ?? []).map(({ suite }) => suite);
  return [...owing.values()].toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

function scopeOf(shards: readonly [GivenShard, ...GivenShard[]]): Scope {
  const [{ total, planned }] = shards;
  const { shard: _, ...scope } = planned.scope;
  const scopes = shards.map((each) => each.planned.scope);
  const given = new Set(shards.map(({ index }) => index));
  const missing = Array.from({ length: total }, (_none, at) => at + 1).filter((index) => !given.has(index));
  return {
    ...scope,
    cases: sum(scopes.map(({ cases }) => cases)),
    ...(scope.bySuite && {
      bySuite: scope.bySuite.map((each, at) => ({
        ...each,
        cases: sum(scopes.map(({ bySuite }) => bySuite?.[at]?.cases ?? 0)),
      })),
    }),
    narrowedBy: [
      ...scope.narrowedBy.filter((words) => !words.startsWith('--shard ')),
      ...missing.map((index) => `without shard ${index}/${total}`),
    ],
  };
}

function sum(all: readonly number[]): number {
  return all.reduce((total, each) => total + each, 0);
}
