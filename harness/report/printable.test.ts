import { expect, test } from 'vitest';
import { buildReport } from './build.ts';
import { renderSummary } from './console.ts';
import { renderCtrf } from './ctrf.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { printable, printableJson } from './printable.ts';
import { renderSarif } from './sarif.ts';
import { broken, judged, sampleRun } from './testing.ts';

const HOSTILE =
  'ok\n::error file=a.ts::owned\n   ::set-output name=x::y\n##[error]owned \u202egnp.exe\u2066\u2028 \u001b[31mred\u0007';
const BIDI = /[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const report = buildReport(
  sampleRun(
    [
      broken('hg-b', {
        ...{
          title: HOSTILE,
          diff: HOSTILE,
          logLines: HOSTILE.split('\n'),
          reason: HOSTILE,
          outcome: HOSTILE,
        },
        findings: [{ clause: 'A.4', expected: [HOSTILE], actual: HOSTILE, place: { file: 'a.ts', line: 1 } }],
      }),
      judged('v03-c', { verdict: 'errored', reason: HOSTILE }),
      judged('v03-p', { policy: 'changed', reason: HOSTILE }),
    ],
    {
      more: [
        { event: 'run.warning', level: 'warning', message: HOSTILE },
        { event: 'run.warning', level: 'error', message: HOSTILE },
        {
          event: 'service.lost',
          ...{ service: 'platform', isSubject: true, state: 'ended', code: 1, suites: [] },
          lastLines: HOSTILE.split('\n'),
        },
      ],
    },
  ),
);

test.each([
  ['the console', renderSummary(report, { color: false, columns: 100 })],
  ['the console in full', renderSummary(report, { color: false, columns: 100, verbose: true })],
  ['summary.md', renderMarkdown(report)],
  ['junit.xml', renderJunit(report)],
  ['ctrf.json', JSON.stringify(renderCtrf(report), null, 2)],
  ['sarif.json', JSON.stringify(renderSarif(report), null, 2)],
  ['--json', printableJson(report)],
])('%s turns no text round', (_what, text) => {
  expect(text).not.toMatch(BIDI);
});

test.each([
  ['the console', renderSummary(report, { color: false, columns: 100 })],
  ['the console in full', renderSummary(report, { color: false, columns: 100, verbose: true })],
  ['summary.md', renderMarkdown(report)],
  ['--json', printableJson(report)],
])('%s gives no command to a CI', (_what, text) => {
  expect(text.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  expect(text).not.toContain('##[');
});

test('what was made harmless can still be read', () => {
  expect(printable('::error::x')).toBe(String.raw`\x3a:error::x`);
  expect(printable('a::b ##[group] \u202e')).toBe(String.raw`a::b \x23#[group] \u202e`);
});

test('JSON keeps its meaning', () => {
  expect(JSON.parse(printableJson({ text: HOSTILE }))).toEqual({ text: HOSTILE });
});

test('letters of languages that are written from right to left, and joined emoji, stay as they are', () => {
  const text = 'שלום مرحبا می‌خواهم 👩‍👩‍👧';
  expect(printable(text)).toBe(text);
});
