import type { CaseReport, Report } from '../../report/report.ts';
import { judged } from '../../report/testing.ts';
import { earlier } from './of-findings.ts';
import { DIGEST, GREEN } from './sample.ts';
import { type Forgery, forgery, type Scene } from './scene.ts';

/** A report without its log, where only the report itself can give a defect away. */
const ALONE: Scene = { alone: true, policy: { log: 'optional' } };

const scope = { cases: 4, ofCases: 4, suites: 1, ofSuites: 1, narrowedBy: [] };
const promoted = (cases: Readonly<Record<string, 'passed'>>) => ({
  history: {
    runs: [earlier('run-0', { cases })],
    promotions: [
      {
        formatVersion: 1 as const,
        runId: 'run-0',
        digests: [DIGEST],
        policy: 'p',
        at: '2026-03-03T06:00:00.000Z',
      },
    ],
  },
});
const excluded = [
  { id: 'corpus/v03-x', reason: 'no files' },
  { id: 'corpus/v03-y', reason: 'no files' },
];

/** Defects in how much was looked at. */
export const OF_SCOPE: readonly Forgery[] = [
  forgery('whole', 'one case of many was chosen', {
    sample: {
      plan: {
        scope: { ...scope, ofCases: 556, narrowedBy: ["-g '^corpus/v03'"] },
        unselected: ['corpus/v03-z'],
      },
    },
  }),
  forgery('whole', 'one suite of many was chosen', {
    sample: { plan: { scope: { ...scope, ofSuites: 5, narrowedBy: ['corpus'] }, unselected: ['routes/*'] } },
  }),
  forgery('whole', 'it is one shard of three', {
    sample: {
      plan: { scope: { ...scope, ofCases: 12, shard: { index: 1, total: 3 }, narrowedBy: ['--shard 1/3'] } },
    },
  }),
  forgery('whole', 'it was narrowed, and counts itself as all there is', {
    sample: { plan: { unselected: ['corpus/v03-z'] } },
  }),
  forgery(
    'whole',
    'it was narrowed, and calls itself whole',
    {
      ...ALONE,
      report: (report) => ({
        ...report,
        scope: {
          ...report.scope,
          ...scope,
          ofCases: 5,
          bySuite: [{ suite: 'corpus', cases: 4, ofCases: 5 }],
        },
        whole: true,
      }),
    },
    ALONE,
  ),
  forgery(
    'suites',
    'a suite has judged fewer cases than the policy asks for',
    {
      sample: { results: GREEN.slice(1) },
    },
    { policy: { suites: { corpus: 3 } } },
  ),
  forgery(
    'suites',
    'recorded cases are to make up the number',
    {
      sample: { results: [...GREEN.slice(1), judged('v03-q', { policy: 'as-recorded' })] },
    },
    { policy: { suites: { corpus: 3 } } },
  ),
  forgery(
    'suites',
    'a required suite is not there',
    { policy: { suites: { cursor: 1 } } },
    { policy: { suites: { corpus: 1 } } },
  ),
  forgery(
    'planned',
    'a case was dropped, and the counts with it',
    { ...ALONE, report: (report) => without(report, 'corpus/v03-b') },
    ALONE,
  ),
  forgery(
    'planned',
    'a report of an older version does not list what was planned',
    {
      ...ALONE,
      report: (report) => {
        const { planned: _p, ...rest } = report;
        return {
          ...rest,
          formatVersion: 3,
          scope: { ...scope, cases: 0, ofCases: 0 },
          totals: { ...rest.totals, planned: 0 },
          suites: rest.suites.map((each) => ({ ...each, totals: { ...each.totals, planned: 0 } })),
        };
      },
    },
    ALONE,
  ),
  forgery(
    'judged',
    'a case passed without a look at the subject',
    {
      ...ALONE,
      report: (report) => edited(report, 'corpus/v03-a', { observations: 0 }),
    },
    ALONE,
  ),
  forgery(
    'judged',
    'everything is recorded, and nothing judged',
    {
      sample: {
        results: ['v03-a', 'v03-b', 'v02-c'].map((name) => judged(name, { policy: 'as-recorded' })),
      },
      report: (report) => ({ ...report, faults: [], reasons: [], verdict: 'passed', exitCode: 0 }),
      ...ALONE,
    },
    ALONE,
  ),
  forgery(
    'not-applicable',
    'a case was left out that nobody lists',
    {
      sample: { plan: { excluded } },
    },
    {
      sample: { plan: { excluded: excluded.slice(1) } },
      policy: { notApplicable: [{ case: 'corpus/v03-y', reason: 'no files' }] },
    },
  ),
  forgery(
    'not-applicable',
    'more was left out than the list allows',
    {
      sample: { plan: { excluded } },
    },
    {
      sample: { plan: { excluded: excluded.slice(1) } },
      policy: { notApplicable: [{ case: 'corpus/*', reason: 'no files', atMost: 1 }] },
    },
  ),
  forgery(
    'policy-cases',
    'a recorded case is counted as passed',
    {
      ...ALONE,
      report: (report) => edited(report, 'corpus/v03-p', { verdict: 'passed' }),
    },
    ALONE,
  ),
  forgery(
    'policy-cases',
    'a recorded behaviour has changed',
    {
      sample: {
        results: [...GREEN, judged('v03-q', { policy: 'changed', verdict: 'failed', reason: 'now 400' })],
      },
    },
    { policy: { changedPolicyCases: 'refuse' } },
  ),
  forgery(
    'removed',
    'a case of the last promoted run is gone',
    {
      asked: promoted({ 'corpus/v03-a': 'passed', 'corpus/v03-gone': 'passed' }),
    },
    { asked: promoted({ 'corpus/v03-a': 'passed' }) },
  ),
  forgery(
    'removed',
    'a whole suite of the last promoted run is gone',
    {
      asked: promoted({ 'routes/chat': 'passed' }),
      policy: {},
    },
    {
      asked: promoted({ 'routes/chat': 'passed' }),
      policy: { removed: [{ case: 'routes/chat', reason: 'merged into corpus' }] },
    },
  ),
  forgery(
    'removed',
    'the run that was promoted last is gone from the history',
    { asked: { history: { ...promoted({}).history, runs: [] } } },
    { asked: promoted({}) },
  ),
];

/** The same with a case said otherwise, and every count made to fit. */
function edited(report: Report, id: string, over: Partial<CaseReport>): Report {
  return recounted({
    ...report,
    cases: report.cases.map((each) => (each.id === id ? { ...each, ...over } : each)),
  });
}

function without(report: Report, id: string): Report {
  return recounted({ ...report, cases: report.cases.filter((each) => each.id !== id) });
}

/** Counts as a careful forger would. */
function recounted(report: Report): Report {
  const executed = report.cases.filter(({ observations }) => observations > 0).map(({ id }) => id);
  const count = (cases: Report['cases'], before: Report['totals']) => ({
    ...before,
    executed: cases.filter(({ observations }) => observations > 0).length,
    passed: cases.filter(({ verdict }) => verdict === 'passed').length,
    policyAsRecorded: cases.filter(({ verdict }) => verdict === 'policy').length,
  });
  const totals = count(report.cases, report.totals);
  const suites = report.suites.map((suite) => ({
    ...suite,
    totals: count(report.cases, suite.totals),
    facets: {},
  }));
  return { ...report, executed, totals, suites };
}
