import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../../../report/event.ts';
import type { MergedScene } from './gating.ts';
import { DIGEST } from './laid-shards.ts';

/** One defect of a merged run that must hold a promotion back under these rules and no others; without it the run is promoted. */
export interface ForgedShards {
  readonly rules: readonly string[];
  readonly what: string;
  readonly forged: MergedScene;
}

const OTHER = DIGEST.replaceAll('d'.repeat(64), 'e'.repeat(64));
/** A case of the second shard. */
const CASE = 'corpus/v03-b';
const DAY_MS = 86_400_000;

const each = (edit: (event: RunEvent) => RunEvent) => (events: readonly RunEvent[]) => events.map(edit);
const without = (isGone: (event: RunEvent) => boolean) => (events: readonly RunEvent[]) =>
  events.filter((event) => !isGone(event));
/** The plan of the merged run itself, or of one of its shards. */
const isPlan = (event: RunEvent, shard?: number) => event.event === 'run.planned' && event.shard === shard;

/** Defects that only a run which was put together from shards can have. */
export const OF_SHARDS: readonly ForgedShards[] = [
  { rules: ['whole'], what: 'a shard is missing', forged: { given: [1, 3] } },
  {
    rules: ['whole'],
    what: 'a shard is missing, and the others call themselves all',
    forged: {
      given: [1, 3],
      log: each((event) => (event.event === 'run.merged' ? { ...event, total: 2 } : event)),
    },
  },
  {
    rules: ['whole'],
    what: 'a shard is missing, and its cases are no part of the plan any more',
    forged: {
      given: [1, 3],
      log: each((event) =>
        event.event === 'run.planned' && event.shard === undefined
          ? { ...event, unselected: [], scope: shrunk(event.scope) }
          : event,
      ),
    },
  },
  { rules: ['whole'], what: 'the shards are given one by one', forged: { unmerged: true } },
  { rules: ['finished'], what: 'a shard was killed', forged: { shards: { 2: { unsealed: true } } } },
  {
    rules: ['finished'],
    what: 'a shard was cancelled',
    forged: {
      shards: {
        2: {
          events: each((event) =>
            event.event === 'run.finished'
              ? { event: 'run.interrupted', signal: 'SIGTERM', at: event.at }
              : event,
          ),
        },
      },
    },
  },
  {
    rules: ['finished'],
    what: 'the end of a shard was cut out of the log',
    forged: { log: without(({ event, shard }) => shard === 2 && event === 'run.finished') },
  },
  {
    rules: ['finished'],
    what: 'a shard has judged another digest',
    forged: {
      log: each((event) =>
        event.event === 'world.ready' && event.shard === 2
          ? { ...event, digests: { platform: OTHER } }
          : event,
      ),
    },
  },
  {
    rules: ['unknown'],
    what: 'a case of a shard was never run',
    forged: { shards: { 2: { events: without((event) => 'id' in event && event.id === CASE) } } },
  },
  {
    rules: ['planned'],
    what: 'shards overlap, and a case was judged by two',
    forged: { log: overlapping },
  },
  {
    rules: ['planned', 'tally'],
    what: 'a case of a shard was struck from the plan',
    forged: {
      log: each((event) =>
        event.event === 'run.planned' && event.shard === undefined
          ? { ...event, cases: event.cases.filter(({ id }) => id !== CASE) }
          : event,
      ),
    },
  },
  {
    rules: ['fresh'],
    what: 'one shard is of another week',
    forged: { shards: { 2: { events: each((event) => ({ ...event, at: weekBefore(event.at) })) } } },
  },
  {
    rules: ['files'],
    what: 'the evidence of a shard was altered',
    forged: { tamper: (run) => appendFileSync(join(run, `evidence/${CASE}/exchanges.ndjson`), ' ') },
  },
  {
    rules: ['finished', 'whole', 'agreement', 'files'],
    what: 'a shard is missing, and the report keeps that to itself',
    forged: { given: [1, 3], tamper: nothingMissing },
  },
];

function shrunk<Scope extends { readonly cases: number }>(scope: Scope) {
  const counts = { cases: scope.cases, ofCases: scope.cases };
  return { ...scope, ...counts, narrowedBy: [], bySuite: [{ suite: 'corpus', ...counts }] };
}

/** The first shard plans and passes a case of the second too. */
function overlapping(events: readonly RunEvent[]): readonly RunEvent[] {
  const second = events.find((event) => isPlan(event, 2));
  const shared = second?.event === 'run.planned' ? second.cases.filter(({ id }) => id === CASE) : [];
  return events.flatMap((event): readonly RunEvent[] => {
    if (event.event === 'run.planned' && isPlan(event, 1))
      return [{ ...event, cases: [...event.cases, ...shared] }];
    return event.event === 'case.finished' && event.id === CASE ? [event, { ...event, shard: 1 }] : [event];
  });
}

function weekBefore(at: string): string {
  return new Date(Date.parse(at) - 8 * DAY_MS).toISOString();
}

function nothingMissing(run: string): void {
  const file = join(run, 'report.json');
  const report = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...report, merged: { ...report.merged, missing: [] } }));
}
