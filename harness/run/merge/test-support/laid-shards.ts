import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inShard } from '../../../config/shard.ts';
import type { CaseResult, NewEvent, RunEvent } from '../../../report/event.ts';
import { EVENTS_FILE } from '../../../report/past-run.ts';
import type { Provenance } from '../../../report/provenance.ts';
import { broken, ended, identity, judged, started } from '../../../report/testing.ts';

/** Digest of what the sample shards judge. */
export const DIGEST = `registry.test/platform@sha256:${'d'.repeat(64)}`;

/** What the cases of the sample run come to: the fifth breaks a clause. */
export const RESULTS = ['v03-a', 'v03-b', 'v02-c', 'v03-d', 'v02-e', 'v03-f', 'v03-g'].map((name) =>
  name === 'v02-e' ? broken(name) : judged(name),
);

/** How the log of a shard differs from that of a green one. */
export interface Laid {
  readonly results?: readonly (NewEvent & CaseResult)[];
  readonly start?: Partial<NewEvent & { event: 'run.started' }>;
  readonly world?: Partial<NewEvent & { event: 'world.ready' }>;
  readonly plan?: Partial<NewEvent & { event: 'run.planned' }>;
  /** Rewrites its events before they are sealed. */
  readonly events?: (events: readonly RunEvent[]) => readonly RunEvent[];
  readonly unsealed?: true;
}

/** Lays down shard `index` of `total` of the sample run; without a total, the whole of it. */
export function layShard(directory: string, index: number, total: number | undefined, laid: Laid = {}): void {
  const all = laid.results ?? RESULTS;
  const shard = total === undefined ? undefined : { index, total };
  const own = inShard(all, shard).map((each) => ({ ...each, evidence: [pathOf(each.id)] }));
  for (const { id } of own) put(join(directory, pathOf(id)), `{"case":"${id}"}\n`);
  const events: readonly NewEvent[] = [
    started({
      runId: shard ? `run-${index}` : 'run-0',
      provenance: provenance(),
      argv: ['run', ...(shard ? ['--shard', `${index}/${total}`] : []), `--out=judged-${index}`],
      ...laid.start,
    }),
    planOf(own, all, shard, laid),
    {
      ...{ event: 'world.ready', services: ['platform'], bootMs: 900 },
      ...{ digests: { platform: DIGEST }, underTest: ['platform'] },
      ...laid.world,
    },
    ...own.flatMap((result): NewEvent[] => [{ event: 'case.started', id: result.id }, result]),
    ended(),
    {
      event: 'run.evidence',
      files: Object.fromEntries(own.map(({ id }) => [pathOf(id), digestAt(directory, id)])),
    },
  ];
  const edit = laid.events ?? ((each) => each);
  seal(directory, edit(events.map((event, at) => timed(event, index, at))), laid.unsealed);
}

function planOf(
  own: readonly CaseResult[],
  all: readonly CaseResult[],
  shard: { readonly index: number; readonly total: number } | undefined,
  { plan }: Laid,
): NewEvent {
  const chosen = new Set(own.map(({ id }) => id));
  const counts = { cases: own.length, ofCases: all.length };
  return {
    event: 'run.planned',
    suites: [{ name: 'corpus', groups: ['family'] }],
    cases: own.map(({ id }) => identity(id.replace('corpus/', ''))),
    excluded: inShard(
      ['x', 'y'].map((name) => ({ id: `corpus/v03-${name}`, reason: 'no files' })),
      shard,
    ),
    unselected: all.map(({ id }) => id).filter((id) => !chosen.has(id)),
    scope: {
      ...{ ...counts, suites: 1, ofSuites: 1, bySuite: [{ suite: 'corpus', ...counts }] },
      ...(shard && { shard }),
      narrowedBy: shard ? [`--shard ${shard.index}/${shard.total}`] : [],
    },
    ...plan,
  };
}

/** Shards run side by side, a few milliseconds apart. */
function timed(event: NewEvent, index: number, at: number): RunEvent {
  return {
    ...event,
    at: new Date(Date.parse('2026-03-04T05:00:00Z') + at * 1000 + index).toISOString(),
  } as RunEvent;
}

function seal(directory: string, events: readonly RunEvent[], unsealed: true | undefined): void {
  const text = events.map((event) => `${JSON.stringify(event)}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const line = JSON.stringify({ event: 'run.sealed', sha256, at: events.at(-1)?.at });
  put(join(directory, EVENTS_FILE), unsealed ? text : `${text}${line}\n`);
}

function pathOf(id: string): string {
  return `evidence/${id}/exchanges.ndjson`;
}

function digestAt(directory: string, id: string): string {
  return createHash('sha256')
    .update(readFileSync(join(directory, pathOf(id))))
    .digest('hex');
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What judged, at another commit or with another corpus. */
export function provenance({ commit = 'b', corpus = 'c' } = {}): Provenance {
  return {
    harness: { version: '0.1.0', sources: 'a'.repeat(64), commit: commit.repeat(40), dirty: false },
    corpus: { digest: corpus.repeat(64), files: 859 },
    environment: {
      ...{ node: '20.20.2', platform: 'linux', arch: 'x64', os: 'Linux 6', cpus: 2 },
      ...{ memoryMb: 4096, timezone: 'UTC', ci: true },
    },
  };
}
