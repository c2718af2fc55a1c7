import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type RunFlags, resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { bootWorld } from '../environment/index.ts';
import { smallWorld } from '../environment/testing.ts';
import { readEvents } from '../report/index.ts';
import { openProgress } from '../report/progress.ts';
import { run } from '../run.ts';
import type { CaseAt, Suite } from '../suites/suite.ts';
import { caseOf, PASSED, platformOf, testSuite } from '../suites/testing.ts';
import { InterruptedError } from '../support/errors.ts';
import type { RunJob } from './job.ts';

test('suites that need no world run without one', async () => {
  await using folder = await temporaryFolder();
  const report = await run(await jobIn(folder.path, [testSuite('rules', ['a', 'b'])]));
  expect(report).toMatchObject({ verdict: 'passed', totals: { planned: 2, executed: 2, passed: 2 } });
  expect(report.world).toBeUndefined();
});

test('a suite that keeps its world to itself meets another platform than the others', async () => {
  const met = new Map<string, string>();
  const meets: Partial<Suite> = {
    needs: ['platform', 'database'],
    perform: async (_bench, at) => void met.set(at.planned.id, platformOf(at)),
  };
  await using folder = await temporaryFolder();
  const report = await run(
    await jobIn(folder.path, [
      testSuite('first', ['a'], meets),
      testSuite('alone', ['b'], { ...meets, isolation: 'own' }),
      testSuite('second', ['c'], meets),
    ]),
  );
  expect(report.verdict).toBe('passed');
  expect(met.get('first/a')).toBe(met.get('second/c'));
  expect(met.get('alone/b')).not.toBe(met.get('first/a'));
  const events = await readEvents(join(folder.path, 'out/events.ndjson'));
  expect(events.filter(({ event }) => event === 'world.ready')).toHaveLength(2);
  expect(events.filter(({ event }) => event === 'run.finished')).toHaveLength(1);
});

test('a case can restart the platform in its middle and go on', async () => {
  const seen: number[] = [];
  const restarts: Partial<Suite> = {
    needs: ['platform'],
    isolation: 'own',
    perform: async (_bench, at) => {
      const id = await createWorkspace(at);
      const platform = at.handle().service('platform');
      await platform.restart();
      seen.push(await statusOf(at, `/workspaces/${id}`));
      await platform.kill('SIGKILL');
      await platform.start();
      seen.push(await statusOf(at, `/workspaces/${id}`));
    },
  };
  await using folder = await temporaryFolder();
  const report = await run(await jobIn(folder.path, [testSuite('handled', ['a'], restarts)]));
  expect(report.verdict, report.cases[0]?.reason).toBe('passed');
  expect(seen).toEqual([200, 200]);
});

test('only what the suites need is booted', async () => {
  await using folder = await temporaryFolder();
  const report = await run(
    await jobIn(folder.path, [testSuite('bare', ['a'], { needs: ['control-plane'] })]),
  );
  expect(report.world?.services).toEqual(['cp-simulator']);
});

test('a case that throws has errored, and says why', async () => {
  const perform = () => Promise.reject(new Error('the tool broke'));
  await using folder = await temporaryFolder();
  const report = await run(await jobIn(folder.path, [testSuite('rules', ['a'], { perform })]));
  expect(report).toMatchObject({ exitCode: 2, cases: [{ verdict: 'errored' }] });
  expect(report.cases[0]?.reason).toContain('the tool broke');
});

test('a case that did not look at anything is never passed', async () => {
  const judge = () => ({ ...PASSED, observations: 0 });
  await using folder = await temporaryFolder();
  const report = await run(await jobIn(folder.path, [testSuite('rules', ['a'], { judge })]));
  expect(report).toMatchObject({ exitCode: 2, cases: [{ verdict: 'errored' }] });
});

test.each([
  ['a suite that plans no case', [testSuite('rules', [])], 'The suite rules plans no case at all'],
  [
    'two cases with one id',
    [testSuite('rules', ['a']), testSuite('more', [], { plan: async () => planWith('rules', 'a') })],
    'Two cases have the id rules/a',
  ],
  [
    'a suite that needs a browser where none is',
    [testSuite('pages', ['a'], { needs: ['browser'] })],
    'The suite pages needs a browser',
  ],
])('%s is refused before anything is written', async (_what, suites, words) => {
  await using folder = await temporaryFolder();
  await expect(run(await jobIn(folder.path, suites))).rejects.toThrow(words);
});

test('a suite that was named and lost all its cases to -g is not green', async () => {
  await using folder = await temporaryFolder();
  const suites = [testSuite('rules', ['a']), testSuite('more', ['b'])];
  const job = await jobIn(folder.path, suites, ['rules', 'more'], { grep: 'rules' });
  expect(await run(job)).toMatchObject({ verdict: 'inconclusive', exitCode: 2 });
});

test('a suite that says so can cut a service off in a world of its own', async () => {
  const seen: unknown[] = [];
  const suite = testSuite('cutting', ['a'], {
    ...{ needs: ['control-plane'], isolation: 'own', links: ['cp-simulator'] },
    perform: async (_bench, at) => {
      const service = at.handle().service('cp-simulator');
      const ask = () => fetch(`${at.world?.controlPlane?.url}/health`, { headers: { connection: 'close' } });
      await service.cut();
      seen.push(await ask().catch(() => 'cut off'));
      await service.heal();
      seen.push((await ask()).status);
    },
  });
  await using folder = await temporaryFolder();
  expect(await run(await jobIn(folder.path, [suite]))).toMatchObject({ verdict: 'passed' });
  expect(seen).toEqual(['cut off', 200]);
});

test('a suite that keeps its world to itself leaves alone one that runs already', async () => {
  await using folder = await temporaryFolder();
  const options = await smallWorld(join(folder.path, 'registry'));
  await using attached = await bootWorld({ ...options, parts: ['control-plane'] });
  const met: string[] = [];
  const perform = async (_bench: unknown, at: CaseAt) => met.push(`${at.planned.suite} ${at.world?.id}`);
  const needs = ['control-plane'] as const;
  const suites = [
    testSuite('shared', ['a'], { needs, perform }),
    testSuite('own', ['a'], { needs, perform, isolation: 'own' }),
  ];
  const report = await run({ ...(await jobIn(folder.path, suites)), attached });
  expect(report).toMatchObject({ verdict: 'passed' });
  expect(met[0]).toBe(`shared ${attached.id}`);
  expect(met[1]).toMatch(/^own w-/);
  expect(met[1]).not.toContain(attached.id);
});

test('what goes wrong after Ctrl-C is told beside it, and the interruption itself is no error', async () => {
  await using folder = await temporaryFolder();
  const ending = new AbortController();
  const interruptedIn = async (suite: Suite) =>
    run({ ...(await jobIn(folder.path, [suite])), signal: ending.signal });
  const reason = new InterruptedError('SIGINT');
  const open = async () => {
    ending.abort(reason);
    throw new Error('the bench fell over');
  };
  const report = await interruptedIn(testSuite('rules', ['a'], { open }));
  expect(report).toMatchObject({ interrupted: true, exitCode: 130 });
  expect(report.reasons.join('\n')).toContain('the bench fell over');
  const again = await interruptedIn(testSuite('rules', ['a'], { open: () => Promise.reject(reason) }));
  expect(again.faults.map(({ verdict }) => verdict)).not.toContain('errored');
});

test('each phase and each step of the boot is told as it happens, off a terminal a line each', async () => {
  await using folder = await temporaryFolder();
  const told: string[] = [];
  const progress = openProgress({ write: (text) => told.push(text) });
  const job = await jobIn(folder.path, [testSuite('bare', ['a'], { needs: ['control-plane'] })]);
  await run({ ...job, display: { ...job.display, quiet: false, progress } });
  progress.end();
  const lines = told.map((line) => line.replace(/ \(.*\)|, \d.*\/s/, '').trim());
  expect(lines).toEqual([
    'booting the world …',
    'cp-simulator bundled',
    'cp-simulator started',
    'cp-simulator ready',
    'running cases …',
    '1/1 cases',
    'taking the world down …',
  ]);
});

async function createWorkspace(at: CaseAt): Promise<string> {
  const response = await fetch(`${platformOf(at)}/workspaces`, {
    method: 'POST',
    headers: { ...bearer(at), 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'kept', external: true, runtime: 'external' }),
  });
  const { id } = (await response.json()) as { readonly id: string };
  return id;
}

async function statusOf(at: CaseAt, path: string): Promise<number> {
  return (await fetch(`${platformOf(at)}${path}`, { headers: bearer(at) })).status;
}

function bearer({ world }: CaseAt) {
  return { authorization: `Bearer ${world?.platform?.adminToken}` };
}

function planWith(suite: string, name: string) {
  return { cases: [caseOf(suite, name)], excluded: [] };
}

async function jobIn(
  folder: string,
  suites: readonly Suite[],
  named: readonly string[] = [],
  flags: RunFlags = {},
): Promise<RunJob> {
  return {
    options: await resolveRunOptions(named, { out: join(folder, 'out'), seed: '1', ...flags }, {}, folder),
    suites,
    subject: await loadSubject(undefined),
    argv: ['run'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
  };
}

async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'assay-run-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
