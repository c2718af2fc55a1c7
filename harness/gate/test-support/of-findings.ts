import type { HistoryEntry } from '../../history/entry.ts';
import { broken, identity, judged } from '../../report/testing.ts';
import { DIGEST, GREEN } from './sample.ts';
import { type Forgery, forgery } from './scene.ts';

const HOUR_MS = 3_600_000;
const waiver = { case: 'corpus/v02-z', owner: 'ana', reason: 'known since May' };
const failing = { results: [...GREEN, broken('v02-z')] };
const waived = { sample: failing, policy: { waivers: [{ ...waiver, expires: '2026-03-04' }] } };
const baselined = {
  sample: {
    ...failing,
    start: {
      baseline: {
        formatVersion: 1 as const,
        subject: 'reference',
        entries: [{ ...waiver, clause: 'A.4', expires: '2026-12-31' }],
      },
    },
  },
};

/** A run of the same digests as the history has it. */
export function earlier(runId: string, over: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    formatVersion: 1,
    ...{ runId, startedAt: '2026-03-03T04:00:00.000Z', endedAt: '2026-03-03T05:00:00.000Z' },
    ...{ subject: 'reference', revision: 'R3', underTest: [DIGEST], verdict: 'passed', whole: true },
    cases: Object.fromEntries(GREEN.map(({ id, policy }) => [id, policy ? 'policy' : 'passed'])),
    ...over,
  };
}

const later = { startedAt: '2026-03-04T06:00:00.000Z', endedAt: '2026-03-04T07:00:00.000Z' };
const history = (...runs: readonly HistoryEntry[]) => ({ history: { runs, promotions: [] } });
const unjudged = judged('v02-z', { verdict: 'inconclusive', reason: 'the runtime is gone' });

/** Defects in what a run has found. */
export const OF_FINDINGS: readonly Forgery[] = [
  forgery('failed', 'a case broke a clause', { sample: failing }),
  forgery(
    'failed',
    'the failure of another case is waived',
    {
      sample: { results: [...failing.results, broken('v02-y')] },
    },
    waived,
  ),
  forgery('unknown', 'one case is inconclusive', { sample: { results: [...GREEN, unjudged] } }),
  forgery('unknown', 'one case is errored', {
    sample: { results: [...GREEN, judged('v02-z', { verdict: 'errored', reason: 'no inbox' })] },
  }),
  forgery('unknown', 'one case was promised and never ran', {
    sample: {
      plan: {
        cases: [...GREEN.map(({ id }) => identity(id.slice(7))), identity('v02-z')],
        scope: scopeOf(5),
      },
    },
  }),
  forgery('unknown', 'one case crashed', {
    sample: {
      results: GREEN.slice(1),
      plan: { cases: GREEN.map(({ id }) => identity(id.slice(7))), scope: scopeOf(4) },
      more: [{ event: 'case.crashed', id: 'corpus/v03-a', message: 'it threw', durationMs: 5 }],
    },
  }),
  forgery('unknown', 'a recorded case could not be observed', {
    sample: { results: [...GREEN, { ...unjudged, policy: 'as-recorded' }] },
  }),
  forgery('finished', 'it was interrupted when all cases were over', {
    sample: { more: [{ event: 'run.interrupted', signal: 'SIGINT' }] },
  }),
  forgery('finished', 'the harness had an error of its own', {
    sample: { more: [{ event: 'run.warning', level: 'error', message: 'the image could not be pulled' }] },
  }),
  forgery('finished', 'a service was lost when all cases were over', {
    sample: {
      more: [
        {
          event: 'service.lost',
          service: 'postgres',
          isSubject: false,
          state: 'ended',
          code: 1,
          lastLines: [],
          suites: [],
        },
      ],
    },
  }),
  forgery('finished', 'its last event is missing', {
    sample: { events: (events) => events.filter(({ event }) => event !== 'run.finished') },
  }),
  forgery('finished', 'the runner was killed', {
    sample: { more: [{ event: 'run.finished', exitCode: null, signal: 'SIGKILL' }] },
  }),
  forgery(
    'baseline',
    'a failure is expected by the baseline of the subject',
    { policy: {} },
    {
      ...baselined,
      policy: { baseline: 'accept' },
    },
  ),
  forgery(
    'waivers',
    'a waiver has expired',
    {
      policy: { waivers: [{ ...waiver, expires: '2026-03-03' }] },
    },
    waived,
  ),
  forgery('waivers', 'a waiver is about a case that passes', {
    policy: { waivers: [{ ...waiver, case: 'corpus/v03-a', expires: '2026-12-31' }] },
  }),
  forgery(
    'waivers',
    'a waiver is about a case that is only recorded',
    {
      sample: { results: [...GREEN, judged('v02-z', { policy: 'as-recorded' })] },
      policy: { waivers: [{ ...waiver, expires: '2026-12-31' }] },
    },
    { sample: { results: [...GREEN, judged('v02-z', { policy: 'as-recorded' })] } },
  ),
  forgery('waivers', 'a waiver is about a case that is not there', {
    policy: { waivers: [{ ...waiver, expires: '2026-12-31' }] },
  }),
  forgery(
    'flaky',
    'an earlier run of the same digests failed in one case',
    {
      asked: history(earlier('run-0', { verdict: 'failed', cases: { 'corpus/v03-a': 'failed' } })),
    },
    { asked: history(earlier('run-0')) },
  ),
  forgery(
    'later-red',
    'a later run of the same digests was interrupted',
    {
      asked: history(earlier('run-2', { ...later, verdict: 'inconclusive', cases: {} })),
    },
    { asked: history(earlier('run-2', later)) },
  ),
  forgery(
    'later-red',
    'a later run that is given with it failed in another case',
    {
      beside: [{ runId: 'run-2', shiftMs: HOUR_MS, results: [...GREEN, broken('v02-z')] }],
    },
    { beside: [{ runId: 'run-2', shiftMs: -HOUR_MS }] },
  ),
];

function scopeOf(cases: number) {
  const counts = { cases, ofCases: cases };
  return { ...counts, suites: 1, ofSuites: 1, bySuite: [{ suite: 'corpus', ...counts }], narrowedBy: [] };
}
