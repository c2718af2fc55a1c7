import { expect, test } from 'vitest';
import type { Entry } from '../../corpus/entry.ts';
import { appliesIn, expectationFor } from '../../corpus/expectation.ts';
import { filledPayload } from '../../corpus/payload.ts';
import { loadSoundEntries } from '../../corpus/sound.ts';
import { inProject } from '../../support/paths.ts';
import { differences } from '../../wire/document/compare.ts';
import { parseBytes, parseText } from '../../wire/document/parse.ts';
import { applyRewrites } from '../../wire/document/rewrite.ts';
import type { Scene } from '../plan.ts';
import { dueOf, whyRefused } from './due.ts';
import { planRoutes } from './plan.ts';

const entries = await loadSoundEntries(inProject('corpus'));
const scene: Scene = {
  revision: 'R3',
  subjectName: 'elsewhere',
  capabilities: [],
  hasPlatform: true,
  standsForRuntimes: false,
};
const plan = planRoutes(entries, scene);

test('every entry has a case, or a reason why it has none', () => {
  const named = new Set([...plan.cases, ...plan.excluded].map(({ id }) => id.replace(/^routes\/|@.*$/g, '')));
  expect(entries.filter(({ id }) => !named.has(id))).toEqual([]);
  expect(plan.cases.length).toBeGreaterThan(300);
  for (const { reason } of plan.excluded) expect(reason).toMatch(/\w{3}/);
});

test('every line of the SDK has its share, and an entry that one line takes otherwise is sent to it too', () => {
  const lines = plan.cases.map(({ facets }) => facets.runtime);
  for (const line of ['strict', '0.2', '0.3', '1.x'])
    expect(lines.filter((each) => each === line).length).toBeGreaterThan(20);
  const ids = plan.cases.map(({ id }) => id).filter((id) => id.startsWith('routes/session-terminal-task@'));
  expect(ids.length).toBeGreaterThan(1);
});

test.each([
  ['big-text-direct', 'a platform reads 1048576 bytes of a body (A.1)'],
  ['raw-batch-direct', 'a platform refuses it: a body has to be one JSON object, or null (A.4)'],
  ['session-cut-stream', 'its sender hangs up in a stream, and a platform passes on what has ended (A.9)'],
  [
    'session-restart-same-address',
    'its agent goes away in the session, which the direct route does not notice',
  ],
  ['later-text', 'the platform keeps it until its agent is back, and no request leads there directly'],
  ['hg-neither', 'the platform refuses it at its door: the direct route alone leads to the runtime'],
  ['v03-text-busy', 'what becomes of it is recorded and not judged, whatever its route'],
])('%s goes one way only', (name, reason) => {
  const excluded = plan.excluded.filter(({ id }) => id.startsWith(`routes/${name}@`));
  expect(new Set(excluded.map((each) => each.reason))).toEqual(new Set([reason]));
});

test('a subject without a platform has no two routes', () => {
  const { cases, excluded } = planRoutes(entries, { ...scene, hasPlatform: false });
  expect(cases).toEqual([]);
  expect(excluded[0]?.reason).toBe('goes through a platform, and elsewhere is none');
});

const ID = '11111111-2222-4333-8444-555555555555';
const RECEIVED = parseText(`{"id":"${ID}","params":{"message":{"messageId":"${ID}"}}}`);

test.each(['R1', 'R3'] as const)(
  'the list of changes comes to what every entry says of itself in %s',
  (revision) => {
    const apart = stepsThroughPlatform(revision).flatMap(({ id, sent, expected }) => {
      if (expected.outcome === 'policy') return [];
      if (expected.outcome === 'rejected' && expected.by === 'platform') return [];
      if (whyRefused(sent()) !== undefined) return [`${id} is refused by the list`];
      if (expected.outcome === 'rejected') return [];
      const listed = dueOf(sent() ?? null, revision, RECEIVED);
      const written = applyRewrites(sent() ?? null, expected.rewrites, listed);
      return differences(written, listed).map(({ path }) => `${id} ${path}`);
    });
    expect(apart).toEqual([]);
  },
);

/** Every request that an entry sends through a platform, and what must come of it on one of its runtimes. */
function stepsThroughPlatform(revision: 'R1' | 'R3') {
  const through = entries.filter((entry) => entry.route === 'platform' && appliesIn(entry, revision));
  return through.flatMap((entry) => casesOf(entry, revision));
}

function casesOf({ id, steps, runtimes }: Entry, revision: 'R1' | 'R3') {
  return steps.flatMap((step) => {
    const bytes = filledPayload(step);
    return runtimes.map((runtime) => ({
      id: `${id}@${runtime}`,
      sent: () => parseBytes(bytes),
      expected: expectationFor(step, runtime, revision),
    }));
  });
}
