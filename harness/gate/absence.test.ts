import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseResult, NewEvent, RunEvent } from '../report/event.ts';
import { broken } from '../report/testing.ts';
import { AssayError } from '../support/errors.ts';
import { BUILT_IN } from './policy/layers.ts';
import type { Policy } from './policy/policy.ts';
import { GREEN, layRun, type SampleRun, sampleFolder } from './test-support/sample.ts';
import { brokenIn, gateScene, type Scene } from './test-support/scene.ts';

/** What a person is told: the answer, or the error of a report that cannot be read. Never PROMOTE. */
async function told(scene: Scene): Promise<{ readonly rules: readonly string[]; readonly words: string }> {
  try {
    const answer = await gateScene(scene);
    expect(answer.verdict).toBe('HOLD');
    const rules = answer.runs.flatMap(({ branches }) => branches.flatMap((branch) => branch.rules));
    const words = rules
      .filter(({ held }) => !held)
      .map(({ evidence, items = [] }) => [evidence, ...items].join('\n'));
    return { rules: brokenIn(answer), words: words.join('\n') };
  } catch (error) {
    if (!(error instanceof AssayError)) throw error;
    expect(error.exitCode).toBe(2);
    return { rules: [error.code], words: error.message };
  }
}

/** Every file of the bundle and of the evidence, as a run leaves them. */
async function filesOfARun(): Promise<readonly string[]> {
  using folder = sampleFolder();
  await layRun(folder.path);
  const entries = readdirSync(folder.path, { recursive: true, withFileTypes: true });
  return entries
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.path.length + 1));
}

const place = { file: 'a.go', line: 3 };
const PLACED = [broken('v02-z', { findings: [{ clause: 'A.4', expected: ['x'], actual: 'y', place }] })];

/** The same file of another run, in which another case fails. */
async function ofAnotherRun(path: string): Promise<string> {
  using folder = sampleFolder();
  await layRun(folder.path, { runId: 'run-9', start: { seed: 99 }, results: [...GREEN, ...PLACED] });
  return readFileSync(join(folder.path, path), 'utf8').replace('"case":"corpus', '"case":"other');
}

const FILES = await filesOfARun();
const COUNTS = countsOf(await reportOfARun());

describe.each(FILES)('%s', (path) => {
  test('deleted is never PROMOTE, and is named', async () => {
    const { words } = await told({ tamper: (run) => rmSync(join(run, path)) });
    expect(words).toContain(path);
  });

  test('emptied is never PROMOTE, and is named', async () => {
    const { words } = await told({ tamper: (run) => truncateSync(join(run, path)) });
    expect(words).toContain(path);
  });

  test.each([0.1, 0.5, 0.99])('cut off at %d is never PROMOTE, and is named', async (part) => {
    const cut = (file: string) => truncateSync(file, Math.floor(readFileSync(file).length * part));
    const { words } = await told({ tamper: (run) => cut(join(run, path)) });
    expect(words).toContain(path);
  });

  test('of another run is never PROMOTE, and is named', async () => {
    const other = await ofAnotherRun(path);
    const { words } = await told({ tamper: (run) => writeFileSync(join(run, path), other) });
    expect(words).toContain(path);
  });
});

test('a whole run of another day is HOLD for its age', async () => {
  const aged = { asked: { now: '2026-04-04T09:00:00.000Z' }, policy: { maximumProofAgeDays: 1000 } };
  expect((await told(aged)).rules).toEqual(['fresh']);
});

describe('every case', () => {
  const ends: Readonly<Record<string, (name: string) => SampleRun>> = {
    'never started': (id) => ({ events: (all) => all.filter((each) => !('id' in each && each.id === id)) }),
    'started and never ended': (id) => ({
      events: (all) => all.filter((each) => !(each.event === 'case.finished' && each.id === id)),
    }),
    'that was lost with its service': () => ({
      events: (all) =>
        all.flatMap((each): RunEvent[] =>
          each.event === 'world.ready' ? [each, { ...LOSS, at: each.at }] : [each],
        ),
    }),
    'that was skipped': (id) => ({
      results: GREEN.map((each) => (each.id === id ? skipped(each) : each)),
    }),
  };
  for (const [how, sample] of Object.entries(ends)) {
    test.each(GREEN.map(({ id }) => id))(`${how} is never PROMOTE: %s`, async (id) => {
      const { rules } = await told({ sample: sample(id) });
      expect(rules).toContain(how === 'that was skipped' ? 'not-applicable' : 'unknown');
    });
  }
});

const LOSS: NewEvent & { event: 'service.lost' } = {
  ...{ event: 'service.lost', service: 'platform', isSubject: true, state: 'ended' },
  ...{ lastLines: [], suites: ['corpus'] },
};

function skipped({ policy: _, ...result }: NewEvent & CaseResult): NewEvent & CaseResult {
  return { ...result, verdict: 'not-applicable', reason: 'skipped' } as NewEvent & CaseResult;
}

describe('every count of a report that is given alone, off by one,', () => {
  test.each(COUNTS)('is HOLD: %s', async (path) => {
    for (const by of [1, -1]) {
      const scene: Scene = {
        report: (report) => shifted(report, path.split('/'), by),
        alone: true,
        policy: { log: 'optional' },
      };
      const { rules } = await told(scene);
      expect(rules.length, `${path} ${by}`).toBeGreaterThan(0);
    }
  });
});

async function reportOfARun(): Promise<object> {
  using folder = sampleFolder();
  await layRun(folder.path);
  const { totals, suites, scope } = JSON.parse(readFileSync(join(folder.path, 'report.json'), 'utf8'));
  return { totals, suites, scope };
}

/** Paths of all whole numbers below a value. */
function countsOf(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value === 'number') return [path.join('/')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => countsOf(each, [...path, key]));
}

function shifted<Value>(value: Value, [key, ...more]: readonly string[], by: number): Value {
  if (key === undefined) return ((value as number) + by) as Value;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = shifted(copy[key], more, by);
  return copy as Value;
}

test('what cannot be asked of a policy is held whatever its numbers: one inconclusive case, or a narrowed run', async () => {
  const loosest: Policy = {
    ...BUILT_IN,
    ...{ log: 'optional', checkout: 'any', corpus: 'any', proof: 'none', baseline: 'accept' },
    ...{ maximumAgeHours: 1e6, suites: {}, notApplicable: [{ case: '*', reason: 'x', atMost: 1e6 }] },
    waivers: GREEN.map(({ id }) => ({ case: id, owner: 'o', reason: 'r', expires: '2999-01-01' })),
  };
  const open = GREEN.map((each, index) =>
    index === 0 ? ({ ...each, verdict: 'inconclusive', reason: 'gone' } as NewEvent & CaseResult) : each,
  );
  expect((await told({ policy: loosest, sample: { results: open } })).rules).toContain('unknown');
  const narrowed = { scope: { cases: 4, ofCases: 556, suites: 1, ofSuites: 5, narrowedBy: ['-g x'] } };
  expect((await told({ policy: loosest, sample: { plan: narrowed } })).rules).toContain('whole');
});
