import { createHash } from 'node:crypto';
import type { RunEvent, RunStarted } from '../../report/event.ts';
import type { GivenShard } from './given-shard.ts';
import { runWords } from './run-words.ts';
import { weakestProof } from './weakest-proof.ts';
import { wholePlan } from './whole-plan.ts';

export type Shards = readonly [GivenShard, ...GivenShard[]];

/** Equal for the same shards, whoever merges them: merged again, evidence is no new evidence. */
export function mergedRunId(shards: Shards): string {
  const logs = shards.map(({ log, index }) => `${index} ${log.started.runId} ${log.seal ?? 'unsealed'}`);
  const digest = createHash('sha256').update(logs.join('\n')).digest('hex').slice(0, 6);
  return `run-${startOf(shards).slice(0, 19).replaceAll(/[-:]/g, '')}-${digest}`;
}

/**
 * The events of the run that the shards make together, up to its evidence: what it says of itself, then what each shard
 * has written, by the time of it. Times are those of the shards, so that the same shards always make the same log.
 */
export function mergedEvents(shards: Shards): readonly RunEvent[] {
  const [from, to] = [startOf(shards), endOf(shards)];
  return [
    startedOf(shards, from),
    { ...wholePlan(shards), at: from },
    { event: 'run.merged', total: shards[0].total, at: from },
    ...inTime(shards.map(ownEvents)),
    { event: 'run.evidence', files: Object.assign({}, ...shards.map(({ evidence }) => evidence)), at: to },
  ];
}

function startedOf(shards: Shards, at: string): RunStarted {
  const { proof: _, ...started } = shards[0].log.started;
  const proof = weakestProof(shards.map(({ log }) => log.started.proof));
  const clones = new Set(shards.map(({ log }) => log.started.clone));
  const [clone] = clones;
  return {
    ...started,
    ...{ runId: mergedRunId(shards), argv: runWords(started.argv), at },
    clone: clone !== undefined && clones.size === 1 ? clone : 'several',
    ...(proof && { proof }),
  };
}

/** Each with its index; the list of evidence is that of all. */
function ownEvents({ events, index }: GivenShard): readonly RunEvent[] {
  return events
    .filter(({ event }) => event !== 'run.evidence')
    .map((event): RunEvent => ({ ...event, shard: index }));
}

/** Takes from each list in turn whatever is earliest; the order within a list stays, also of a clock that was set back. */
function inTime(lists: readonly (readonly RunEvent[])[]): readonly RunEvent[] {
  const heads = lists.map(() => 0);
  const merged: RunEvent[] = [];
  for (let left = lists.reduce((sum, { length }) => sum + length, 0); left > 0; left -= 1) {
    let [next, earliest] = [0, Number.POSITIVE_INFINITY];
    for (const [position, list] of lists.entries()) {
      const event = list[heads[position] ?? 0];
      const time = event ? Date.parse(event.at) : Number.POSITIVE_INFINITY;
      if (time < earliest) [next, earliest] = [position, time];
    }
    const event = lists[next]?.[heads[next] ?? 0];
    if (event) merged.push(event);
    heads[next] = (heads[next] ?? 0) + 1;
  }
  return merged;
}

function startOf(shards: Shards): string {
  return shards.map(({ log }) => log.started.at).toSorted()[0] ?? '';
}

function endOf(shards: Shards): string {
  return (
    shards
      .flatMap(({ events }) => events.at(-1)?.at ?? [])
      .toSorted()
      .at(-1) ?? ''
  );
}
