import type { Part } from './parts.ts';
import type { Fault, Merged, MergedShard } from './report.ts';
import { timingsOf } from './run-timings.ts';

/** What a merged run was put together from. */
export function mergedOf(total: number, parts: readonly Part[]): Merged {
  const shards = parts.flatMap(shardOf);
  const given = new Set(shards.map(({ index }) => index));
  const missing = Array.from({ length: total }, (_, position) => position + 1).filter(
    (index) => !given.has(index),
  );
  return { total, shards, missing };
}

function shardOf({ log, shard }: Part): readonly MergedShard[] {
  if (!shard) return [];
  const { started, endedAt, seal } = log;
  const environment = started.provenance?.environment;
  return [
    {
      ...{ index: shard.index, runId: started.runId, startedAt: started.at, endedAt },
      timings: timingsOf(log),
      ...(seal !== undefined && { seal }),
      ...(environment && { environment }),
    },
  ];
}

/** What nobody has looked at is not green. */
export function missingShards({ total, missing }: Merged): readonly Fault[] {
  return missing.map((index) => ({
    verdict: 'inconclusive',
    reason: `Shard ${index} of ${total} is missing: its cases were not judged.`,
  }));
}

/** Of a shard whose log ends, and was never sealed: what stood after that end nobody knows. */
export function unsealed({ log }: Part): readonly Fault[] {
  if (!log.end || log.seal !== undefined) return [];
  return [{ verdict: 'inconclusive', reason: 'The run was cut off: its log has no seal.' }];
}

/** What is said of a run, said of its shard; the first line of it says which. */
export function ofShard({ shard }: Part, faults: readonly Fault[]): readonly Fault[] {
  if (!shard) return faults;
  const name = ` (shard ${shard.index} of ${shard.total})`;
  return faults.map(({ verdict, reason }) => ({
    verdict,
    reason: reason.replace(/([.:]?)(?=\n|$)/, (end) => `${name}${end}`),
  }));
}
