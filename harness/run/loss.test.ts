import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveRunOptions } from '../config/run-options.ts';
import { loadSubject } from '../config/subject.ts';
import { bootWorld, identify, openWorld, stopWorld } from '../environment/index.ts';
import { smallWorld } from '../environment/testing.ts';
import type { Report } from '../report/report.ts';
import { run } from '../run.ts';
import type { CaseAt, Suite } from '../suites/suite.ts';
import { testSuite } from '../suites/testing.ts';
import type { RunJob } from './job.ts';

const NEEDS = ['platform', 'database', 'control-plane'] as const;
const FAILED = {
  verdict: 'failed',
  findings: [],
  reason: 'no reply',
  observations: 1,
  bytesSent: 0,
} as const;

/** Cases that ask the platform, the third of which ends a service as from outside and still gets its answer. */
function suiteThatLoses(service: string, signal: NodeJS.Signals, over: Partial<Suite> = {}): Suite {
  return testSuite('served', ['a', 'b', 'c', 'd', 'e'], {
    needs: NEEDS,
    perform: async (_bench, at) => {
      if (at.planned.id === 'served/c') process.kill(pidOf(at, service), signal);
      if (at.planned.id === 'served/c') return await new Promise(() => undefined);
      return (await fetch(`${at.world?.platform?.url}/health`)).status;
    },
    ...over,
  });
}

test.each([
  ['postgres', 'SIGKILL'],
  ['cp-simulator', 'SIGKILL'],
] as const)(
  'the death of our own %s is the harness’s fault, exit 2, and no case is blamed',
  async (service, signal) => {
    const report = await runOf([suiteThatLoses(service, signal)]);
    expect(report).toMatchObject({ verdict: 'errored', exitCode: 2, totals: { failed: 0 } });
    expect(report.losses).toMatchObject([{ service, isSubject: false, state: 'ended', signal }]);
    expect(report.losses[0]?.running).toContain('served/c');
    expect(report.reasons[0]).toMatch(
      new RegExp(
        `^${service}, which Assay provides, ended in mid-run by signal SIGKILL, while .*served/c.* running`,
      ),
    );
    const left = report.cases.filter(({ verdict }) => verdict === 'inconclusive');
    expect(left.map(({ id }) => id)).toContain('served/c');
    expect(report.totals.passed + left.length).toBe(5);
  },
);

test('the death of the subject is its own: exit 1, with signal, last lines and the case that ran', async () => {
  const report = await runOf([suiteThatLoses('platform', 'SIGKILL')]);
  expect(report).toMatchObject({ verdict: 'failed', exitCode: 1 });
  expect(report.losses).toMatchObject([{ service: 'platform', isSubject: true, signal: 'SIGKILL' }]);
  expect(report.losses[0]?.lastLines.join('\n')).toMatch(/listen/i);
  expect(report.reasons[0]).toMatch(/^The subject's own process platform ended in mid-run by signal SIGKILL/);
  expect(report.cases.find(({ id }) => id === 'served/c')?.reason).toBe(
    'It was running: platform had ended by signal SIGKILL.',
  );
});

test('a failure that is seen before the death is noticed is not believed', async () => {
  const suite = testSuite('served', ['a'], {
    needs: NEEDS,
    perform: async (_bench, at) => {
      const pid = pidOf(at, 'postgres');
      process.kill(pid, 'SIGKILL');
      await gone(pid);
    },
    judge: () => FAILED,
  });
  expect(await runOf([suite])).toMatchObject({ exitCode: 2, totals: { failed: 0, inconclusive: 1 } });
});

test('what was found before the death stays found, and the death is still said first', async () => {
  const report = await runOf([
    suiteThatLoses('postgres', 'SIGKILL', {
      judge: (_observed, { planned }) => (planned.id === 'served/a' ? FAILED : PASSED_ONE),
    }),
  ]);
  expect(report).toMatchObject({ verdict: 'failed', exitCode: 1, totals: { failed: 1 } });
  expect(report.reasons[0]).toContain('postgres, which Assay provides, ended');
});

test('a service that stands still is named, and its hangs are nobody’s failures', async () => {
  const report = await runOf([
    testSuite('served', ['a'], {
      needs: NEEDS,
      perform: async (_bench, at) => {
        const pid = pidOf(at, 'platform');
        process.kill(pid, 'SIGSTOP');
        await inState(pid, /T/);
      },
      judge: () => FAILED,
    }),
  ]);
  expect(report).toMatchObject({ verdict: 'inconclusive', exitCode: 2, totals: { failed: 0 } });
  expect(report.losses).toMatchObject([{ service: 'platform', state: 'stopped' }]);
});

test('a suite that needs no world goes on after the death', async () => {
  const report = await runOf([suiteThatLoses('postgres', 'SIGKILL'), testSuite('rules', ['x', 'y'])]);
  expect(report.suites.find(({ suite }) => suite === 'rules')).toMatchObject({ verdict: 'passed' });
});

test('what a case orders by its handle is no loss, and what ends after that order still is', async () => {
  const sound = testSuite('handled', ['a'], {
    needs: NEEDS,
    isolation: 'own',
    perform: async (_bench, at) => {
      const platform = at.handle().service('platform');
      await platform.pause();
      await platform.continue();
      await platform.restart();
      await platform.kill('SIGKILL');
      await platform.start();
    },
  });
  expect(await runOf([sound])).toMatchObject({ verdict: 'passed', losses: [] });
  const after = testSuite('handled', ['a'], {
    ...{ needs: NEEDS, isolation: 'own' },
    perform: async (_bench, at) => {
      await at.handle().service('platform').restart();
      const now = (await at.handle().services()).find(({ service }) => service === 'platform');
      process.kill(now?.pid ?? 0, 'SIGKILL');
      return await new Promise(() => undefined);
    },
  });
  expect((await runOf([after])).losses).toMatchObject([{ service: 'platform', signal: 'SIGKILL' }]);
});

test('in a world of somebody else the death is seen too, though not how', async () => {
  await using folder = await temporaryFolder();
  const options = await smallWorld(join(folder.path, 'registry'));
  const booted = await bootWorld({ ...options, parts: ['control-plane'], keepAlive: true });
  try {
    const attached = openWorld(booted.id, options.directory);
    const suite = testSuite('bare', ['a'], {
      needs: ['control-plane'],
      perform: async (_bench, at) => {
        const pid = pidOf(at, 'cp-simulator');
        process.kill(pid, 'SIGKILL');
        await gone(pid);
      },
    });
    const report = await run({ ...(await jobIn(folder.path, [suite])), attached });
    expect(report).toMatchObject({ exitCode: 2, totals: { passed: 1 } });
    expect(report.losses).toMatchObject([{ service: 'cp-simulator', isSubject: false }]);
    expect(report.reasons[0]).toContain('(how is not known: another command had started it)');
  } finally {
    await stopWorld(booted.id, options.directory);
  }
});

test('the last lines carry no secret of the world', async () => {
  let secrets: readonly string[] = [];
  const report = await runOf([
    testSuite('served', ['a'], {
      needs: NEEDS,
      perform: async (_bench, at) => {
        secrets = at.world?.secrets ?? [];
        const { logFile = '' } = at.world?.services.find(({ name }) => name === 'platform') ?? {};
        await appendFile(logFile, `it tells ${secrets.join(' and ')} all\n`);
        process.kill(pidOf(at, 'platform'), 'SIGKILL');
        return await new Promise(() => undefined);
      },
    }),
  ]);
  const text = JSON.stringify(report.losses);
  expect(secrets.length).toBeGreaterThan(0);
  expect(text).toMatch(/it tells .+ all/);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
});

const PASSED_ONE = { verdict: 'passed', findings: [], observations: 1, bytesSent: 0 } as const;

function pidOf({ world }: CaseAt, service: string): number {
  const pid = world?.services.find(({ name }) => name === service)?.pid;
  if (pid === undefined) throw new Error(`There is no ${service}.`);
  return pid;
}

/** Until the process is over with all its threads; the first of them may end before the others. */
async function gone(pid: number): Promise<void> {
  await expect.poll(() => identify(pid), { timeout: 30_000 }).toBeUndefined();
}

async function inState(pid: number, letter: RegExp): Promise<void> {
  const stat = () => readFile(`/proc/${pid}/stat`, 'latin1').catch(() => ') Z');
  await expect.poll(async () => (await stat()).split(') ')[1]?.[0], { timeout: 30_000 }).toMatch(letter);
}

async function runOf(suites: readonly Suite[]): Promise<Report> {
  await using folder = await temporaryFolder();
  return await run(await jobIn(folder.path, suites));
}

async function jobIn(folder: string, suites: readonly Suite[]): Promise<RunJob> {
  const out = join(folder, 'out');
  return {
    options: await resolveRunOptions([], { out, seed: '1', workers: '1' }, {}, out),
    suites,
    subject: await loadSubject(undefined),
    argv: ['run'],
    display: { quiet: true, color: false, note: () => undefined },
    signal: new AbortController().signal,
  };
}

async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'assay-loss-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
