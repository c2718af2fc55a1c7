import { expect, test } from 'vitest';
import { buildReport } from './build.ts';
import { renderSummary } from './console.ts';
import { renderCtrf } from './ctrf.ts';
import type { RunEvent } from './event.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';
import { isWhole, type Scope, scopeWords } from './scope.ts';
import { judged, sampleRun, stamped, started } from './testing.ts';

const PART = { cases: 1, ofCases: 554, suites: 3, ofSuites: 3, narrowedBy: ["-g 'v03-a'"] };
const part = buildReport(scoped(sampleRun([judged('v03-a')]), PART));
const all = buildReport(sampleRun([judged('v03-a')]));
const WORDS = "1 of 554 cases (-g 'v03-a')";

test('a narrowed run says how much it looked at in the first line of console and summary, and where it says green', () => {
  const [first, ...rest] = renderSummary(part, { color: false, columns: 100 }).split('\n');
  expect(first).toBe(`Assay judged ${WORDS} for reference (reference, R3, process mode): PASSED`);
  expect(rest.join('\n')).toContain('exit 0: every gated case of this part passed');
  expect(renderMarkdown(part).split('\n')[0]).toContain('Assay judged 1 of 554 cases');
});

test('a run that ended before all had run says how many were judged, and how many were to be', () => {
  const events = scoped(sampleRun([judged('v03-a'), judged('v03-b')]), { ...PART, cases: 2 });
  const report = buildReport(
    events.filter((event) => event.event !== 'case.finished' || event.id !== 'corpus/v03-b'),
  );
  expect(report.totals).toMatchObject({ planned: 2, executed: 1 });
  expect(renderMarkdown(report).split('\n')[0]).toContain(
    "Assay judged 1 case, and was to judge 2 of 554 cases (-g 'v03-a'), for reference",
  );
});

test('no format of a narrowed run can be taken for that of a whole one', () => {
  expect(part).toMatchObject({ whole: false, scope: PART });
  expect(renderJunit(part)).toContain(`<testsuites name="assay reference (${WORDS})"`);
  expect(renderJunit(part)).toContain('<property name="whole" value="false"/>');
  expect(renderCtrf(part)).toMatchObject({
    results: { summary: { extra: { whole: false, scope: PART } }, environment: { reportName: WORDS } },
  });
  expect(renderSarif(part)).toMatchObject({
    runs: [{ properties: { whole: false, scope: PART }, automationDetails: { id: 'assay-part/' } }],
  });
});

test('a whole run says nothing of the kind, but in its data', () => {
  expect(all).toMatchObject({ whole: true, scope: { cases: 1, ofCases: 1 } });
  expect(renderSummary(all, { color: false, columns: 100 })).not.toContain(' of 1 case');
  expect(renderJunit(all)).toContain('<testsuites name="assay reference"');
  expect(renderSarif(all)).toMatchObject({ runs: [{ automationDetails: { id: 'assay/' } }] });
});

test.each<[string, Partial<Scope>, string]>([
  [
    'one suite of many',
    { cases: 554, suites: 1, narrowedBy: ['corpus'] },
    'all 554 cases of 1 of 3 suites (corpus)',
  ],
  ['a shard', { cases: 185, narrowedBy: ['--shard 1/3'] }, '185 of 554 cases (--shard 1/3)'],
  ['the last failures', { cases: 2, narrowedBy: ['--last-failed'] }, '2 of 554 cases (--last-failed)'],
  ['nothing at all', { cases: 0, narrowedBy: ["-g 'x'"] }, "0 of 554 cases (-g 'x')"],
])('%s is a part', (_what, over, words) => {
  const scope = { ...PART, ...over };
  expect(isWhole(scope)).toBe(false);
  expect(scopeWords(scope)).toBe(words);
});

test('a selection that leaves nothing out is a whole, and one shard of one too', () => {
  expect(isWhole({ ...PART, cases: 554, narrowedBy: ["-g '.'"] })).toBe(true);
});

test('a run that died before its plan is no whole one', () => {
  expect(buildReport(stamped(started()))).toMatchObject({ whole: false });
});

test('a long or hostile pattern stays on the first line', () => {
  const narrowedBy = [`-g '${'x'.repeat(300)}\u001b[2J\n'`];
  const words = scopeWords({ ...PART, narrowedBy });
  expect(words.length).toBeLessThan(200);
  expect(words).not.toContain('\u001b');
});

function scoped(events: readonly RunEvent[], scope: Scope): readonly RunEvent[] {
  return events.map((event) => (event.event === 'run.planned' ? { ...event, scope } : event));
}
