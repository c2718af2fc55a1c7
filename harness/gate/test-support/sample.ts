import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publicKeyOf } from '../../attestation/keys.ts';
import type { CaseResult, NewEvent, RunEvent } from '../../report/event.ts';
import { EVENTS_FILE, rebuildReport } from '../../report/past-run.ts';
import type { Proof } from '../../report/proof.ts';
import { identity, judged, started } from '../../report/testing.ts';
import type { RunEvidence } from '../evidence/evidence.ts';
import { readRun } from '../evidence/read-run.ts';
import type { Case } from '../judge.ts';
import { BUILT_IN } from '../policy/layers.ts';
import type { Policy } from '../policy/policy.ts';

/** Digest of what the sample runs judge. */
export const DIGEST = `registry.test/platform@sha256:${'d'.repeat(64)}`;
export const CORPUS = 'c'.repeat(64);
export const SOURCES = 'a'.repeat(64);

/** When a sample run ends, a Wednesday, and when it is gated. */
export const ENDED = '2026-03-04T05:10:00.000Z';
export const NOW = '2026-03-04T09:00:00.000Z';

/** A proof with nothing to complain of. */
export const PROVEN: Proof = {
  standing: 'proven',
  sources: SOURCES,
  at: '2026-02-20T00:00:00.000Z',
  commit: 'b'.repeat(12),
  mutantScore: { killed: 10, total: 10 },
  deaths: { tried: 40, of: 40 },
  unkilled: 0,
  vacuous: 0,
  falseAlarms: { alarms: 0, variants: 5 },
};

/** Results of a green sample run: three passed, one recorded. */
export const GREEN: readonly (NewEvent & CaseResult)[] = [
  judged('v03-a'),
  judged('v03-b'),
  judged('v02-c'),
  judged('v03-p', { policy: 'as-recorded' }),
];

/** How a sample run differs from the green one. */
export interface SampleRun {
  readonly runId?: string;
  readonly start?: Partial<NewEvent & { event: 'run.started' }>;
  readonly results?: readonly (NewEvent & CaseResult)[];
  readonly plan?: Partial<NewEvent & { event: 'run.planned' }>;
  readonly world?: Partial<NewEvent & { event: 'world.ready' }>;
  readonly more?: readonly NewEvent[];
  /** Moves all times. */
  readonly shiftMs?: number;
  /** Rewrites the events before they are sealed. */
  readonly events?: (events: readonly RunEvent[]) => readonly RunEvent[];
  /** Leaves the log without its last line. */
  readonly unsealed?: true;
}

/** Lays a run down in a directory as Assay does: evidence, sealed log, and all that is made of it. */
export async function layRun(directory: string, sample: SampleRun = {}): Promise<void> {
  const { events = (all) => all } = sample;
  const results = (sample.results ?? GREEN).map((each) => ({
    ...each,
    evidence: [`evidence/${each.id}/exchanges.ndjson`],
  }));
  for (const { id, evidence } of results) put(join(directory, evidence[0] ?? ''), `{"case":"${id}"}\n`);
  const log = join(directory, EVENTS_FILE);
  const lines = events(eventsOf({ ...sample, results }, directory)).map(
    (event) => `${JSON.stringify(event)}\n`,
  );
  put(log, lines.join(''));
  if (!sample.unsealed) appendFileSync(log, sealLine(log, endOf(sample)));
  await rebuildReport(directory);
}

/** The line that seals a log as it stands. */
function sealLine(log: string, at: string): string {
  const sha256 = createHash('sha256').update(readFileSync(log)).digest('hex');
  return `${JSON.stringify({ event: 'run.sealed', sha256, at })}\n`;
}

function eventsOf({ results = [], ...sample }: SampleRun, directory: string): readonly RunEvent[] {
  const cases = results.map(({ id }) => identity(id.replace('corpus/', '')));
  const scope = { cases: cases.length, ofCases: cases.length };
  const files = results.flatMap(({ evidence }) =>
    evidence.map((path) => [path, digestOf(join(directory, path))]),
  );
  const events: readonly NewEvent[] = [
    started({ runId: sample.runId ?? 'run-1', provenance: PROVENANCE, proof: PROVEN, ...sample.start }),
    {
      event: 'run.planned',
      suites: [{ name: 'corpus', groups: ['family'] }],
      cases,
      excluded: [],
      unselected: [],
      scope: { ...scope, suites: 1, ofSuites: 1, bySuite: [{ suite: 'corpus', ...scope }], narrowedBy: [] },
      ...sample.plan,
    },
    {
      event: 'world.ready',
      services: ['platform', 'cp-simulator'],
      bootMs: 900,
      digests: { platform: DIGEST, 'cp-simulator': `process:sha256:${'5'.repeat(64)}` },
      underTest: ['platform'],
      ...sample.world,
    },
    ...results.flatMap((result): NewEvent[] => [{ event: 'case.started', id: result.id }, result]),
    { event: 'run.finished', exitCode: 0, signal: null },
    ...(sample.more ?? []),
    { event: 'run.evidence', files: Object.fromEntries(files) },
  ];
  const endMs = Date.parse(endOf(sample));
  return events.map((event, index) => {
    const at = new Date(endMs - (events.length - 1 - index) * 1000).toISOString();
    return { ...event, at } as RunEvent;
  });
}

function endOf({ shiftMs = 0 }: SampleRun): string {
  return new Date(Date.parse(ENDED) + shiftMs).toISOString();
}

const PROVENANCE = {
  harness: { version: '0.1.0', sources: SOURCES, commit: 'b'.repeat(40), dirty: false },
  corpus: { digest: CORPUS, files: 859 },
  environment: {
    ...{ node: '20.20.2', platform: 'linux', arch: 'x64', os: 'Linux 6', cpus: 2 },
    ...{ memoryMb: 4096, timezone: 'UTC', ci: true },
  },
} as const;

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A folder that ends with its scope. */
export function sampleFolder(): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'assay-gate-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A case for the gate over runs that lie in these places. */
export async function caseOver(
  places: readonly string[],
  over: Partial<Case> = {},
  { signers = [] }: Partial<Policy> = {},
): Promise<Case> {
  const keys = signers.map(({ name, key }) => ({ name, key: publicKeyOf(name, key) }));
  const all: RunEvidence[] = [];
  for (const place of places) all.push(await readRun(place, place, keys));
  return { now: NOW, all, digests: [DIGEST], ownCorpus: CORPUS, ...over };
}

/** A policy that says these things, and else what the built-in one says. */
export function policyWith(over: Partial<Policy> = {}): Policy {
  return { ...BUILT_IN, name: 'of the test', ...over };
}
