import { collectLog, type RunLog } from './collect.ts';
import type { RunEvent } from './event.ts';

/** A run, or a shard of a merged one, whose cases are settled by its own events alone. */
export interface Part {
  readonly log: RunLog;
  readonly shard?: { readonly index: number; readonly total: number };
}

/** The log of a run as a whole, and those by which its cases are settled. */
export interface RunParts {
  readonly whole: RunLog;
  readonly parts: readonly Part[];
  /** How many shards it was dealt out to, where it was merged from some. */
  readonly total?: number;
}

/** Takes a log apart; what happened to one shard, such as the loss of a service, says nothing about another. */
export function partsOf(events: readonly RunEvent[]): RunParts {
  const log = collectLog(events.filter(({ shard }) => shard === undefined));
  if (!log.merged) return { whole: log, parts: [{ log }] };
  const { total } = log.merged;
  const indexes = [...new Set(events.flatMap(({ shard }) => shard ?? []))].sort((a, b) => a - b);
  const parts = indexes.map((index) => ({
    log: collectLog(events.filter(({ shard }) => shard === index)),
    shard: { index, total },
  }));
  return { whole: wholeOf(log, collectLog(events), parts), parts, total };
}

/** Who was judged and what was planned say the events of the merged run itself, what happened those of all. */
function wholeOf(own: RunLog, all: RunLog, parts: readonly Part[]): RunLog {
  const { started, planned, merged, endedAt, seal } = own;
  const services = new Set(parts.flatMap(({ log }) => log.world?.services ?? []));
  return {
    ...all,
    ...{ started, planned, merged, endedAt, seal },
    // A shard boots what its own cases need.
    world: all.world && { ...all.world, services: [...services] },
    losses: parts.flatMap(({ log }) => log.losses),
    // What every shard has warned of, one run warns of once.
    warnings: all.warnings.filter(
      ({ message }, at) => all.warnings.findIndex((other) => other.message === message) === at,
    ),
  };
}
