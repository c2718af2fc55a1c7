import { describe, expect, test } from 'vitest';
import { buildReport } from './build.ts';
import { causesOf } from './causes.ts';
import { renderSummary } from './console.ts';
import type { CaseResult, NewEvent, RunEvent } from './event.ts';
import { renderMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import { heightOf } from './screen.ts';
import { broken, judged, sampleRun } from './testing.ts';

const paper = { color: false, columns: 100 };
const screen = (report: Report) => renderSummary(report, { ...paper, directory: '/home/me/assay-report' });
const inFull = (report: Report) => renderSummary(report, { ...paper, verbose: true });
const heightOfScreen = (report: Report) => heightOf([screen(report).trimEnd()], paper);

const LONG = Array.from({ length: 80 }, (_, line) => `- line ${line} of a payload`).join('\n');
const LOG = Array(40).fill(`{"msg":"served","text":"${'x'.repeat(400)}"}`);

const equal = many(391, (index) => [`lost "ASSAY-abcdefghijklmnop${index}" of ${index} bytes`, 'A.4']);
const different = many(60, (index) => [`lost ${'a'.repeat(index + 1)}`, `A.${index}`]);
const interrupt = { event: 'run.interrupted', signal: 'SIGINT' } as const;
const unrun = Array.from({ length: 300 }, (_, index) => `v03-${index}`);
const lost = {
  event: 'service.lost',
  ...{ service: 'postgres', isSubject: false, state: 'ended', signal: 'SIGKILL', suites: ['corpus'] },
  lastLines: Array.from({ length: 50 }, (_, line) => `line ${line} ${'x'.repeat(300)}`),
} as const satisfies NewEvent;

/** A boot that failed quotes what its service had written. */
const unbooted = (lines: number, chars: number) => {
  const log = Array.from({ length: lines }, (_, line) => `    line ${line} ${'x'.repeat(chars)}`);
  const message = ['platform ended at boot with exit code 7.', ...log, 'Fix: read its log.'].join('\n');
  const more = [{ event: 'run.warning', level: 'error', message } as const];
  return buildReport(sampleRun([], { planned: unrun, more }));
};

const RUNS: Readonly<Record<string, Report>> = {
  green: buildReport(sampleRun([judged('v03-a')])),
  'red in 391 equal cases': buildReport(sampleRun(equal)),
  'red in 60 different ones': buildReport(sampleRun(different)),
  'both at once': buildReport(sampleRun([...equal, ...renamed(different)])),
  interrupted: buildReport(sampleRun([judged('v03-0')], { planned: unrun, more: [interrupt] })),
  'cut short by a death': buildReport(sampleRun([judged('v03-0')], { planned: unrun, more: [lost] })),
  'red, and cut short by a death': buildReport(
    sampleRun(different, { planned: [...different.map(nameOf), ...unrun], more: [lost] }),
  ),
  'without a world': unbooted(50, 20),
  'without a world, in long lines': unbooted(50, 400),
  'full of warnings': buildReport(sampleRun(equal, { more: Array(50).fill(warning(400)) })),
  'full of changed policies': buildReport(
    sampleRun([
      judged('v03-a'),
      ...unrun.map((name) => judged(name, { policy: 'changed', reason: 'y'.repeat(900) })),
    ]),
  ),
};

describe.each(Object.entries(RUNS))('the first screen of a run that is %s', (_name, report) => {
  test('fits 40 lines', () => {
    expect(heightOfScreen(report)).toBeLessThanOrEqual(40);
  });

  test('ends with counts, seed and the place of the rest', () => {
    expect(screen(report)).toMatch(/\d+ planned, .*\n[\s\S]*seed 7; .*exit \d+: .*\nreport: .*summary\.md/);
  });
});

test('failures of one cause are one block, whatever their nonces and figures', () => {
  const text = screen(buildReport(sampleRun(equal)));
  expect(text.match(/✗/g)).toHaveLength(1);
  expect(text).toContain('  and 390 more like it\n  Reproduce with: ');
});

test.each<[string, Parameters<typeof broken>[1]]>([
  ['clause', { findings: [{ clause: 'B.1', expected: ['x'], actual: 'lost' }] }],
  ['first difference', { findings: [{ clause: 'A.4', expected: ['x'], actual: 'found' }] }],
  ['outcome', { outcome: 'hang' }],
])('another %s is another cause', (_what, over) => {
  const findings = [{ clause: 'A.4', expected: ['x'], actual: 'lost' }];
  const cases = [
    broken('v02-a', { findings }),
    broken('v02-b', { findings }),
    broken('v02-c', { findings, ...over }),
  ];
  expect(causesOf(buildReport(sampleRun(cases))).map(({ more }) => more.length)).toEqual([1, 0]);
});

const unmade = { clause: 'F.2', expected: ['201'], actual: 'no workspace: 500 {"error":"no"}' };
const drift = (file: string, value = 'ofline') => ({
  ...{ clause: 'L', expected: ['declared'], place: { file, line: 7, column: 1 } },
  actual: `${file}:7:1: ‘${value}’ is no order_status`,
});

test.each<[string, readonly Partial<CaseResult>[], readonly number[]]>([
  [
    'would have come to different outcomes, had they begun, are of one cause',
    ['delivered', 'rejected-loud', 'policy'].map((expectedOutcome) => ({
      expectedOutcome,
      findings: [unmade],
    })),
    [2],
  ],
  [
    'found the same drift in several places are of one cause',
    ['a.go', 'b/c.go', 'b/d.go'].map((file) => ({ findings: [drift(file)] })),
    [2],
  ],
  [
    'found the drift of two values in one place are of two',
    ['ofline', 'onlien'].map((value) => ({ findings: [drift('a.go', value)] })),
    [0, 0],
  ],
])('cases that %s', (_what, overs, more) => {
  const cases = overs.map((over, index) => judged(`v02-${index}`, { verdict: 'failed', ...over }));
  expect(causesOf(buildReport(sampleRun(cases))).map((cause) => cause.more.length)).toEqual(more);
});

test('of many causes each has its line as long as there is room, and the first ones their story', () => {
  const text = screen(buildReport(sampleRun(different.slice(0, 14))));
  for (const { id } of different.slice(0, 14)) expect(text).toContain(`✗ ${id}`);
  expect(text.match(/Reproduce with:/g)?.length).toBeGreaterThanOrEqual(1);
});

test('what has no room is counted, and --verbose tells it', () => {
  const report = buildReport(sampleRun(different));
  expect(screen(report)).toMatch(
    /… and \d+ more causes \(\d+ cases\): summary\.md has them, --verbose shows them here/,
  );
  for (const { id } of different) expect(inFull(report)).toContain(`✗ ${id}`);
  for (const { id } of equal) expect(inFull(buildReport(sampleRun(equal)))).toContain(id);
});

test('a single failure is told with payload and log where they fit', () => {
  const text = screen(buildReport(sampleRun([broken('v02-b', { diff: '- a\n+ b', logLines: ['{}'] })])));
  expect(text).toContain('sent / forwarded / received\n    - a\n    + b\n  log of that request\n    {}');
});

test('Ctrl-C leaves one line for all that did not run', () => {
  const text = screen(RUNS.interrupted as Report);
  expect(text.match(/It did not run\./g)).toHaveLength(1);
  expect(text).toContain('! corpus/v03-1 and 298 more like it  inconclusive: It did not run.');
  expect(text.split('\n').length).toBeLessThan(12);
});

test('a long reason is told by its first and last words, and whole with --verbose', () => {
  const text = screen(RUNS['without a world'] as Report);
  expect(text).toMatch(
    /boot with exit code 7\.\n {4}line 0 x+\n[\s\S]* {4}line 49 x+\nFix: read its log\.\n/,
  );
  expect(text).toMatch(/ {4}… \d+ more lines: summary\.md has them, --verbose shows them here\n/);
  expect(screen(unbooted(10, 20))).toContain('line 5');
  for (const line of [0, 25, 49]) {
    expect(inFull(RUNS['without a world'] as Report)).toContain(`line ${line} `);
    expect(renderMarkdown(RUNS['without a world, in long lines'] as Report)).toContain(`line ${line} `);
  }
});

test('a death is told before all else, with as many of its last lines as fit', () => {
  const lines = screen(RUNS['cut short by a death'] as Report).split('\n');
  expect(lines[1]).toContain('postgres, which Assay provides, ended in mid-run by signal SIGKILL');
  expect(lines.join('\n')).toMatch(/the last \d+ of 50 lines of postgres:/);
  expect(lines.some((line) => line.includes('line 49'))).toBe(true);
  expect(inFull(RUNS['cut short by a death'] as Report)).toContain('line 0 xxx');
});

function many(count: number, tell: (index: number) => readonly [string, string]) {
  return Array.from({ length: count }, (_, index) => {
    const [actual, clause] = tell(index);
    const findings = [{ clause, expected: ['the text'], actual }];
    return broken(`v02-${index}`, { findings, diff: LONG, logLines: LOG });
  });
}

function renamed(events: readonly ReturnType<typeof broken>[]) {
  return events.map((event) => ({ ...event, id: `${event.id}-other` }));
}

function nameOf({ id }: { readonly id: string }): string {
  return id.replace('corpus/', '');
}

function warning(chars: number): Omit<RunEvent & { event: 'run.warning' }, 'at'> {
  return { event: 'run.warning', level: 'warning', message: 'w'.repeat(chars) };
}

test('colours take no room on a line', () => {
  const line = `\u001b[31m${'x'.repeat(80)}\u001b[39m`;
  expect(heightOf([line], { color: true, columns: 80 })).toBe(1);
  expect(heightOf([`${line}x`], { color: true, columns: 80 })).toBe(2);
});
