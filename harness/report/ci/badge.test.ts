import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { buildReport } from '../build.ts';
import type { Proof } from '../proof.ts';
import type { Report } from '../report.ts';
import { broken, judged, sampleRun } from '../testing.ts';
import { renderBadge } from './badge.ts';

const NOW = new Date('2026-03-09T00:00:00Z');
const PROVEN: Proof = {
  standing: 'proven',
  mutantScore: { killed: 3, total: 3 },
  vacuous: 0,
  falseAlarms: { alarms: 0, variants: 2 },
  at: '2026-03-04T00:00:00Z',
};
const green = buildReport(sampleRun([judged('v03-a')]));
const label = (report: Report) => /aria-label="([^"]*)"/.exec(renderBadge(report, NOW))?.[1];

test('a badge says verdict, scope and age of the proof, to whoever cannot see it as well', () => {
  expect(label({ ...green, proof: PROVEN })).toBe('assay, passed, all 1 case, proven 5 days ago');
});

test('a badge is no better than the run', () => {
  expect(label(green)).toBe('assay, hold: not enough, all 1 case, proof: never');
  const part = {
    ...green,
    whole: false,
    scope: { cases: 1, ofCases: 9, suites: 1, ofSuites: 1, narrowedBy: ['-g', '"<'] },
  };
  expect(label({ ...part, proof: PROVEN })).toBe('assay, hold: not enough, 1 of 9 cases, proven 5 days ago');
  expect(label(buildReport(sampleRun([broken('v02-b')])))).toContain('hold: failed');
  expect(label(buildReport(sampleRun([])))).toContain('hold: inconclusive');
});

test('a badge is sound SVG', () => {
  expect(XMLValidator.validate(renderBadge(green, NOW))).toBe(true);
});
