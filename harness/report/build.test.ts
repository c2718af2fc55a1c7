import { describe, expect, test } from 'vitest';
import { buildReport } from './build.ts';
import type { CaseResult } from './event.ts';
import type { Report } from './report.ts';
import { reportCheck } from './schemas.ts';
import { broken, ended, identity, judged, sampleRun, stamped, started } from './testing.ts';
import { exitMeaning } from './words.ts';

const verdictOf = (report: Report, name: string) => report.cases.find(({ id }) => id === `corpus/${name}`);
const ending = ({ verdict, exitCode }: Report) => ({ verdict, exitCode });

describe('a run', () => {
  test('passes with exit 0 when every planned case ran and passed', () => {
    const report = buildReport(sampleRun([judged('v03-a'), judged('v03-b')]));
    expect(ending(report)).toEqual({ verdict: 'passed', exitCode: 0 });
    expect(report.reasons).toEqual([]);
    expect(report.totals).toMatchObject({ planned: 2, executed: 2, passed: 2 });
  });

  test('fails with exit 1 when a clause is broken, and says how many', () => {
    const report = buildReport(sampleRun([judged('v03-a'), broken('v02-b')]));
    expect(ending(report)).toEqual({ verdict: 'failed', exitCode: 1 });
    expect(report.reasons).toEqual(['Suite corpus: 1 case broke a clause.']);
  });

  test('stays failed when other cases could not be judged, and names both', () => {
    const errored = judged('v03-c', { verdict: 'errored', reason: 'no inbox' });
    const report = buildReport(sampleRun([errored, broken('v02-b'), judged('v03-a')]));
    expect(ending(report)).toEqual({ verdict: 'failed', exitCode: 1 });
    expect(report.reasons[0]).toContain('broke a clause');
    expect(report.reasons[1]).toContain('could not be judged');
  });

  test.each(['inconclusive', 'errored'] as const)('with an %s case exits 2', (verdict) => {
    const report = buildReport(sampleRun([judged('v03-a'), judged('v03-b', { verdict, reason: 'x' })]));
    expect(ending(report)).toEqual({ verdict, exitCode: 2 });
  });

  test('is not green when the subject was another one in a later world', () => {
    const world = (digest: string) => ({
      event: 'world.ready' as const,
      ...{ services: ['platform'], bootMs: 1, underTest: ['platform'] },
      digests: { platform: digest, 'cp-simulator': `of ${digest}` },
    });
    const twice = (digest: string) =>
      buildReport(sampleRun([judged('v03-a')], { more: [world('sha256:1'), world(digest)] }));
    expect(ending(twice('sha256:1'))).toEqual({ verdict: 'passed', exitCode: 0 });
    expect(ending(twice('sha256:2'))).toEqual({ verdict: 'errored', exitCode: 2 });
    expect(twice('sha256:2').reasons).toEqual([
      'platform was changed while the run judged it: sha256:1, then sha256:2.',
    ]);
  });

  test('that planned nothing is inconclusive', () => {
    const report = buildReport(sampleRun([]));
    expect(ending(report)).toEqual({ verdict: 'inconclusive', exitCode: 2 });
    expect(report.reasons).toContain('No case was executed, so nothing is known.');
  });

  test('that died before its plan is inconclusive', () => {
    const report = buildReport(stamped(started(), ended(1)));
    expect(ending(report)).toEqual({ verdict: 'errored', exitCode: 2 });
    expect(report.reasons).toContain('The run died before it had a plan.');
  });

  test('whose set-up failed does not exit 0', () => {
    const more = [{ event: 'run.warning', level: 'error', message: 'the platform did not start' } as const];
    const report = buildReport(sampleRun([judged('v03-a')], { more }));
    expect(ending(report)).toEqual({ verdict: 'errored', exitCode: 2 });
    expect(report.reasons).toContain('the platform did not start');
  });

  test('whose runner died by a signal does not exit 0', () => {
    const report = buildReport(sampleRun([judged('v03-a')], { end: ended(null, 'SIGKILL') }));
    expect(ending(report)).toEqual({ verdict: 'errored', exitCode: 2 });
    expect(report.reasons).toEqual(['The test runner was killed by SIGKILL.']);
  });

  test('whose runner exits 1 while every case passed is errored', () => {
    const report = buildReport(sampleRun([judged('v03-a')], { end: ended(1) }));
    expect(ending(report)).toEqual({ verdict: 'errored', exitCode: 2 });
  });

  test('whose last event is missing is inconclusive', () => {
    const report = buildReport(sampleRun([judged('v03-a')], { end: null }));
    expect(ending(report)).toEqual({ verdict: 'inconclusive', exitCode: 2 });
  });

  test('whose runner exits 1 is not explained by a broken clause, which a baseline may expect', () => {
    const report = buildReport(sampleRun([judged('v03-a'), broken('v02-b')], { end: ended(1) }));
    expect(report.faults).toMatchObject([
      { verdict: 'errored', reason: expect.stringContaining('exited with 1') },
    ]);
  });

  test('that was interrupted exits 130 and is not passed', () => {
    const more = [{ event: 'run.interrupted', signal: 'SIGINT' } as const];
    const report = buildReport(sampleRun([judged('v03-a')], { more }));
    expect(ending(report)).toEqual({ verdict: 'inconclusive', exitCode: 130 });
  });

  test('with a suite that executed nothing is inconclusive, even beside a suite that passed', () => {
    const events = sampleRun([judged('v03-a')]).map((event) =>
      event.event === 'run.planned'
        ? { ...event, suites: [...event.suites, { name: 'lease', groups: [] }] }
        : event,
    );
    const report = buildReport(events);
    expect(ending(report)).toEqual({ verdict: 'inconclusive', exitCode: 2 });
    expect(report.reasons).toEqual(['Suite lease: No gated case was executed.']);
  });

  test('gives the same report for the same events', () => {
    const events = sampleRun([judged('v03-a'), broken('v02-b')]);
    expect(buildReport(events)).toEqual(buildReport(events));
  });

  test('carries the proof with which it was started', () => {
    const proof = { standing: 'proven', mutantScore: { killed: 9, total: 9 }, vacuous: 0 } as const;
    const [, ...rest] = sampleRun([judged('v03-a')]);
    expect(buildReport([...stamped(started({ proof })), ...rest]).proof).toEqual(proof);
  });

  test('without its first event is refused', () => {
    expect(() => buildReport(stamped(ended()))).toThrow(/no run.started/);
  });
});

describe('a case', () => {
  test('that was planned and did not run is inconclusive, and the run exits 2', () => {
    const report = buildReport(sampleRun([judged('v03-a')], { planned: ['v03-a', 'v03-b'] }));
    expect(verdictOf(report, 'v03-b')).toMatchObject({ verdict: 'inconclusive', reason: 'It did not run.' });
    expect(verdictOf(report, 'v03-b')?.reproduce).toBe("npx assay run corpus -g '^corpus/v03-b$' --seed 7");
    expect(report.exitCode).toBe(2);
  });

  test('that started and did not finish says so', () => {
    const more = [{ event: 'case.started', id: 'corpus/v03-b' } as const];
    const report = buildReport(sampleRun([judged('v03-a')], { planned: ['v03-a', 'v03-b'], more }));
    expect(verdictOf(report, 'v03-b')?.reason).toBe('It started and did not finish.');
  });

  test('that sent nothing cannot pass', () => {
    const report = buildReport(sampleRun([judged('v03-a', { observations: 0 })]));
    expect(verdictOf(report, 'v03-a')?.verdict).toBe('errored');
    expect(report.exitCode).toBe(2);
  });

  test('that sent nothing cannot record a policy either', () => {
    const silent = judged('v03-b', { observations: 0, policy: 'as-recorded' });
    const report = buildReport(sampleRun([judged('v03-a'), silent]));
    expect(verdictOf(report, 'v03-b')?.verdict).toBe('errored');
    expect(report.totals.policyAsRecorded).toBe(0);
  });

  test('that failed while setting its scene was executed', () => {
    const report = buildReport(sampleRun([broken('v02-b', { observations: 0 })]));
    expect(report.totals).toMatchObject({ executed: 1, failed: 1 });
    expect(report.reasons).toEqual(['Suite corpus: 1 case broke a clause.']);
  });

  test('that finished twice is errored and keeps its findings', () => {
    const report = buildReport(sampleRun([judged('v03-a'), broken('v03-a')], { planned: ['v03-a'] }));
    expect(verdictOf(report, 'v03-a')).toMatchObject({ verdict: 'errored' });
    expect(verdictOf(report, 'v03-a')?.findings).toHaveLength(1);
  });

  test('that crashed is errored with the crash as its reason', () => {
    const crash = { event: 'case.crashed', id: 'corpus/v03-b', message: 'timed out', durationMs: 9 } as const;
    const report = buildReport(sampleRun([judged('v03-a')], { planned: ['v03-a', 'v03-b'], more: [crash] }));
    expect(verdictOf(report, 'v03-b')).toMatchObject({
      verdict: 'errored',
      reason: 'timed out',
      clause: 'A.4',
    });
  });

  test('that nobody planned is errored', () => {
    const report = buildReport(sampleRun([judged('v03-a'), judged('v03-x')], { planned: ['v03-a'] }));
    expect(verdictOf(report, 'v03-x')?.verdict).toBe('errored');
    expect(report.exitCode).toBe(2);
  });

  test('stands under the heading of the plan, whatever its result says', () => {
    const astray: Partial<CaseResult> = { suite: 'lease', title: 'Another', clause: 'Z.9' };
    const report = buildReport(sampleRun([judged('v03-a', astray)]));
    expect(verdictOf(report, 'v03-a')).toMatchObject(identity('v03-a'));
    expect(report.suites.map(({ suite }) => suite)).toEqual(['corpus']);
  });
});

describe('counting', () => {
  test('keeps policy apart from passed, and a changed policy does not gate', () => {
    const recorded = judged('v03-p', { policy: 'as-recorded' });
    const changed = judged('v03-q', { policy: 'changed', verdict: 'failed', reason: 'now 400' });
    const report = buildReport(sampleRun([judged('v03-a'), recorded, changed]));
    expect(report.totals).toMatchObject({ passed: 1, failed: 0, policyAsRecorded: 1, policyChanged: 1 });
    expect(report.exitCode).toBe(0);
  });

  test('treats a suite of nothing but policy as inconclusive, and says that this is why', () => {
    const report = buildReport(sampleRun([judged('v03-p', { policy: 'as-recorded' })]));
    expect(report.exitCode).toBe(2);
    expect(report.reasons[0]).toContain('1 case of policy was recorded, which is never judged');
    expect(exitMeaning(report)).toBe('exit 2: nothing was judged; what is policy is only recorded');
  });

  test('gates a policy case that could not be observed', () => {
    const lost = judged('v03-p', { policy: 'changed', verdict: 'inconclusive', reason: 'no inbox' });
    const report = buildReport(sampleRun([judged('v03-a'), lost]));
    expect(report.totals).toMatchObject({ inconclusive: 1, policyChanged: 0 });
    expect(report.exitCode).toBe(2);
  });

  test('lists what is not applicable with its reason', () => {
    const excluded = [{ id: 'corpus/v03-z', reason: 'the subject declares no files' }];
    const events = sampleRun([judged('v03-a')]).map((event) =>
      event.event === 'run.planned' ? { ...event, excluded } : event,
    );
    const report = buildReport(events);
    expect(report.notApplicable).toEqual(excluded);
    expect(report.totals.notApplicable).toBe(1);
    expect(report.exitCode).toBe(0);
  });

  test('breaks a suite down by family and runtime', () => {
    const [suite] = buildReport(sampleRun([judged('v03-a'), judged('hg-b'), broken('v02-c')])).suites;
    expect(suite?.facets.family?.['v0.2']).toMatchObject({ planned: 2, passed: 1, failed: 1 });
    expect(suite?.facets.runtime?.strict?.executed).toBe(3);
  });
});

test('every report satisfies the published schema', () => {
  const runs = [
    sampleRun([judged('v03-a'), broken('v02-b', { diff: '- a\n+ b', logLines: ['{}'] })]),
    sampleRun([], { end: null }),
    stamped(started({ mutant: 'M108', worldId: 'w1' })),
  ];
  const check = reportCheck();
  for (const run of runs) expect(check(buildReport(run))).not.toHaveProperty('violations');
});
