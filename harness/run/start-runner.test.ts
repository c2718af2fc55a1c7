import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { readEvents } from '../report/read-events.ts';
import { testSuite } from '../suites/testing.ts';
import { actsOf } from './acts.ts';
import { discover } from './discover.ts';
import type { RunJob } from './job.ts';
import { openRecords } from './records.ts';
import { NOTHING_TO_GUARD } from './stage.ts';
import { startRunner } from './start-runner.ts';

test.each(['playwright', 'in-line'] as const)(
  'after --bail no %s runner is started for a later act',
  async (runner) => {
    const job = await jobOf(runner);
    const plan = await discover(job);
    await using records = await openRecords(job, plan);
    records.append({ event: 'case.crashed', id: 'earlier/a', message: 'lost', durationMs: 1 });
    for (const act of actsOf(plan)) {
      await using started = await startRunner(job, act, records);
      expect(await started.execute(NO_WORLD)).toEqual({ exitCode: 0, signal: null });
    }
    const events = await readEvents(records.eventsFile);
    expect(events.slice(-2)).toMatchObject([
      { event: 'case.crashed' },
      { event: 'run.stopped', why: '--bail 1: 1 case did not pass', asked: true, suites: ['later'] },
    ]);
  },
);

const NO_WORLD = { guard: NOTHING_TO_GUARD, [Symbol.asyncDispose]: () => Promise.resolve() };

async function jobOf(runner: 'playwright' | 'in-line'): Promise<RunJob> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-runner-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return {
    options: await resolveRunOptions([], { out: join(folder, 'out'), seed: '1', bail: true }, {}, folder),
    suites: [testSuite('later', ['a', 'b'], { runner })],
    subject: await loadSubject(undefined),
    argv: ['run'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
  };
}
