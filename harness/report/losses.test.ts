import { expect, test } from 'vitest';
import { buildReport } from './build.ts';
import { renderSummary } from './console.ts';
import type { NewEvent } from './event.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { reportCheck } from './schemas.ts';
import { broken, judged, sampleRun } from './testing.ts';

const lost: NewEvent & { event: 'service.lost' } = {
  event: 'service.lost',
  ...{ service: 'postgres', isSubject: false, state: 'ended', signal: 'SIGKILL', suites: ['corpus'] },
  lastLines: ['LOG: ready', 'PANIC: \u001b[31mgone'],
};
const begun = { event: 'case.started', id: 'corpus/v03-b' } as const;
const planned = ['v03-a', 'v03-b', 'v03-c', 'v03-d'];
const report = buildReport(sampleRun([judged('v03-a')], { planned, more: [begun, lost, broken('v03-b')] }));

test('what a case comes to after the loss of a service is not believed', () => {
  expect(report.cases.map(({ verdict }) => verdict)).toEqual(['passed', ...Array(3).fill('inconclusive')]);
  expect(report.cases[1]?.reason).toBe('It was running: postgres had ended by signal SIGKILL.');
  expect(report.cases[2]?.reason).toBe('It was not run: postgres had ended by signal SIGKILL.');
  expect(reportCheck()(report)).not.toHaveProperty('violations');
});

test('every format says first which service was lost, how, and while which case ran', () => {
  const sentence =
    'postgres, which Assay provides, ended in mid-run by signal SIGKILL, while corpus/v03-b was running.';
  expect(report.reasons[0]).toBe(sentence);
  const [, second, , ...rest] = renderSummary(report, { color: false, columns: 100 }).split('\n');
  expect(second).toBe(`  ${sentence}`);
  expect(rest.join('\n')).toContain('    PANIC: gone');
  expect(renderMarkdown(report)).toContain('PANIC: gone');
  expect(renderJunit(report)).toContain(`message="${sentence}"`);
});

test('a suite that does not need the service keeps its results', () => {
  const more = [{ ...lost, suites: ['lease'] }, judged('v03-b')];
  const other = buildReport(sampleRun([judged('v03-a')], { planned: ['v03-a', 'v03-b'], more }));
  expect(other.totals).toMatchObject({ passed: 2 });
  expect(other.exitCode).toBe(2);
});

test.each([
  [{ isSubject: true }, 'failed', 1],
  [{ isSubject: true, state: 'stopped' }, 'inconclusive', 2],
  [{ isSubject: false }, 'errored', 2],
] as const)('a loss of %j makes a run %s', (over, verdict, exitCode) => {
  const { signal: _, ...bare } = lost;
  const events = sampleRun([judged('v03-a')], { more: [{ ...bare, ...over }] });
  expect(buildReport(events)).toMatchObject({ verdict, exitCode });
});
