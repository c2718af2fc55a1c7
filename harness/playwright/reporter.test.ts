import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childEnv } from '../config/process-env.ts';
import { buildReport } from '../report/build.ts';
import type { RunEvent } from '../report/event.ts';
import { openEventLog } from '../report/event-log.ts';
import { readEvents } from '../report/read-events.ts';
import { started } from '../report/testing.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { inProject } from '../support/paths.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'assay-reporter-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Started = ChildProcessByStdio<null, Readable, Readable>;

/** Starts Playwright over a fixture spec, with our reporter writing to `eventsFile`. */
async function start(spec: string, eventsFile: string, more: object = {}): Promise<Started> {
  const config = {
    testDir: inProject('harness/report/fixtures/playwright'),
    testMatch: spec,
    outputDir: join(directory, 'output'),
    timeout: 2_000,
    workers: 1,
    reporter: [
      [inProject('harness/playwright/reporter.ts'), { eventsFile, total: 12, color: false, ...more }],
    ],
  };
  const file = join(directory, `${basename(eventsFile)}.config.mjs`);
  await writeFile(file, `export default ${JSON.stringify(config)};\n`);
  return spawn(process.execPath, [inProject('node_modules/@playwright/test/cli.js'), 'test', '-c', file], {
    cwd: inProject('.'),
    env: childEnv({ PLAYWRIGHT_TRANSFORM_CACHE_DIR: join(directory, 'compiled') }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Lets Playwright run to its end. */
async function playwright(spec: string, eventsFile: string, more: object = {}): Promise<Outcome> {
  const child = await start(spec, eventsFile, more);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, stdout, stderr };
}

describe('a run through the reporter', () => {
  let events: readonly RunEvent[];
  let outcome: Outcome;
  beforeAll(async () => {
    const file = join(directory, 'events.ndjson');
    outcome = await playwright('cases.spec.ts', file);
    events = await readEvents(file);
  });

  const named = (id: string) => events.filter((event) => 'id' in event && event.id === id);
  const crashOf = (name: string) => named(`corpus/${name}`).find(({ event }) => event === 'case.crashed');

  test('announces each case before it finishes', () => {
    expect(named('corpus/passes').map(({ event }) => event)).toEqual(['case.started', 'case.finished']);
    expect(named('corpus/fails').map(({ event }) => event)).toEqual(['case.started', 'case.finished']);
  });

  test('believes the attached verdict, not the colour in Playwright', () => {
    expect(named('corpus/fails')[1]).toMatchObject({ verdict: 'failed', findings: [{ clause: 'A.4' }] });
  });

  test.each([
    ['green-without-result', 'its green means nothing'],
    ['throws', 'Error: boom red'],
    ['times-out', 'timeout of 2000ms'],
    ['fixture-error', 'the fixture fell over'],
    ['skipped', 'never a skip'],
    ['wrong-heading', 'that of another case, corpus/passes'],
    ['malformed', '/verdict: must be one of passed, not-applicable'],
    ['passed-then-threw', 'teardown fell over'],
    ['two-results', 'attached 2 results'],
  ])('a case that ends as %s has crashed, with the reason', (name, reason) => {
    expect(crashOf(name)).toMatchObject({ message: expect.stringContaining(reason) });
  });

  test('makes crashed cases errored in the report', () => {
    const cases = events.flatMap((event) =>
      event.event === 'case.started'
        ? [{ id: event.id, suite: 'corpus', title: event.id, clause: 'A.4', facets: {}, reproduce: event.id }]
        : [],
    );
    const at = '2026-03-04T05:06:07.000Z';
    const first = { ...started(), at } as RunEvent;
    const plan: RunEvent = {
      event: 'run.planned',
      suites: [{ name: 'corpus', groups: [] }],
      cases,
      excluded: [],
      scope: { cases: 1, ofCases: 1, suites: 1, ofSuites: 1, narrowedBy: [] },
      at,
    };
    const { totals } = buildReport([first, plan, ...events]);
    expect(totals).toMatchObject({ passed: 1, failed: 2, errored: 9 });
  });

  test('shows the first failure in a line at once and progress on stderr, and nothing on stdout', () => {
    expect(outcome.stderr).toContain('✗ corpus/fails  failed: A.4: none');
    expect(outcome.stderr).not.toContain('✗ corpus/fails-again');
    expect(outcome.stderr).toContain('12/12 cases');
    expect(outcome.stdout).toBe('');
  });

  test('leaves the exit code to Playwright', () => {
    expect(outcome.code).toBe(1);
  });
});

test('a spec file that cannot be loaded is an error of the run', async () => {
  const file = join(directory, 'unloadable.ndjson');
  await playwright('unloadable.spec.ts', file);
  const events = await readEvents(file);
  expect(events).toContainEqual(
    expect.objectContaining({
      event: 'run.warning',
      level: 'error',
      message: expect.stringContaining('this file cannot be loaded'),
    }),
  );
});

test('a spec pattern that matches nothing is an error of the run', async () => {
  const file = join(directory, 'nothing.ndjson');
  const { code } = await playwright('no-such.spec.ts', file);
  expect(code).toBe(1);
  expect(await readEvents(file)).toContainEqual(
    expect.objectContaining({ level: 'error', message: expect.stringContaining('No tests found') }),
  );
});

test('an event file that cannot be opened stops the run instead of losing its events', async () => {
  const { code, stderr, stdout } = await playwright(
    'cases.spec.ts',
    join(directory, 'missing', 'events.ndjson'),
  );
  expect(code).not.toBe(0);
  expect(`${stdout}${stderr}`).toContain('ENOENT');
});

test('the reporter appends to what the run has written before', async () => {
  const file = join(directory, 'shared.ndjson');
  using log = openEventLog(file);
  log.append(started());
  await playwright('unloadable.spec.ts', file);
  log.append({ event: 'run.finished', exitCode: 1, signal: null });
  const events = await readEvents(file);
  expect(events.at(0)?.event).toBe('run.started');
  expect(events.at(-1)?.event).toBe('run.finished');
  expect(buildReport(events)).toMatchObject({ exitCode: 2 });
});

test('with --bail the runner ends after a case that failed, and the run says why', async () => {
  const file = join(directory, 'bail.ndjson');
  await playwright('cases.spec.ts', file, { suites: ['corpus'], patience: { bail: 1 } });
  const events = await readEvents(file);
  const begun = events.flatMap((event) => (event.event === 'case.started' ? [event.id] : []));
  expect(begun).toContain('corpus/fails');
  expect(begun).not.toContain('corpus/two-results');
  expect(events).toContainEqual(
    expect.objectContaining({
      event: 'run.stopped',
      why: '--bail 1: 1 case did not pass',
      suites: ['corpus'],
    }),
  );
});

test('with --bail the runner counts what others of the run have found before it', async () => {
  const file = join(directory, 'bail-together.ndjson');
  using log = openEventLog(file);
  log.append({ event: 'case.crashed', id: 'routes/elsewhere', message: 'lost', durationMs: 1 });
  await playwright('cases.spec.ts', file, { suites: ['corpus'], patience: { bail: 2 } });
  const events = await readEvents(file);
  const stop = events.findIndex(({ event }) => event === 'run.stopped');
  const ended = events
    .slice(0, stop)
    .flatMap((each) => (each.event === 'case.finished' || each.event === 'case.crashed' ? [each.id] : []));
  expect(events[stop]).toMatchObject({ why: '--bail 2: 2 cases did not pass', asked: true });
  expect(ended).toEqual(['routes/elsewhere', 'corpus/passes', 'corpus/fails']);
});

test('a quiet run shows nothing', async () => {
  const { stderr } = await playwright('few.spec.ts', join(directory, 'quiet.ndjson'), { quiet: true });
  expect(stderr).not.toMatch(/cases|✗/);
});

test('events that cannot be written are told, not swallowed', async () => {
  const { stderr } = await playwright('few.spec.ts', '/dev/full');
  expect(stderr.match(/Events are being lost/g)).toHaveLength(1);
});

describe.each(['SIGINT', 'SIGKILL'] as const)('after %s in the middle of a case', (signal) => {
  test('what finished is readable and the case that ran has no verdict', async () => {
    const file = join(directory, `${signal}.ndjson`);
    const child = await start('waits.spec.ts', file, { quiet: true });
    const exit = once(child, 'exit');
    const waiting = await poll(async () => {
      const events = await readFile(file, 'utf8').catch(() => '');
      return events.includes('"id":"corpus/waits"') || undefined;
    }, deadlineIn(60_000));
    child.kill(signal);
    await exit;
    expect(waiting).toBe(true);
    expect(
      (await readEvents(file)).map((event) => ('id' in event ? `${event.event} ${event.id}` : '')),
    ).toEqual([
      'case.started corpus/passes-first',
      'case.finished corpus/passes-first',
      'case.started corpus/waits',
    ]);
  });
});
