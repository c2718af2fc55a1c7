import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildReport } from './build.ts';
import { writeReportFiles } from './files.ts';
import { readReport } from './read-report.ts';
import { broken, judged, sampleRun } from './testing.ts';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'assay-report-'));
  file = join(directory, 'report.json');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const report = buildReport(sampleRun([judged('v03-a'), broken('v02-b')]));

test('a report that was written is read back as it was', async () => {
  await writeReportFiles(directory, report);
  expect(await readReport(file)).toEqual(report);
});

test('a report of version 3 is still read, without what it could not say yet', async () => {
  const { planned: _p, executed: _e, timings: _t, underTest: _u, ...older } = report;
  await writeFile(file, JSON.stringify({ ...older, formatVersion: 3 }));
  expect(await readReport(file)).toMatchObject({ formatVersion: 3, runId: report.runId });
  await writeFile(file, JSON.stringify(older));
  await expect(readReport(file)).rejects.toThrow('does not satisfy the report schema');
});

test('a missing report is refused by name', async () => {
  await expect(readReport(file)).rejects.toThrow(`${file} cannot be read`);
});

const whole = JSON.stringify(report, null, 2);

test.each([
  ['is empty', '', 'is empty'],
  ['is cut off', whole.slice(0, -20), 'is truncated'],
  ['is cut off behind an object', whole.slice(0, whole.indexOf('},') + 1), 'is truncated'],
  ['is older', whole.replace('"formatVersion": 4', '"formatVersion": 1'), 'older than what this Assay reads'],
  ['is newer', whole.replace('"formatVersion": 4', '"formatVersion": 5'), 'newer than what this Assay reads'],
  ['is prose', 'all green, promise', 'is no JSON'],
  ['is an empty object', '{}', 'is something else'],
  ['is null', 'null', 'is something else'],
  ['is a list', '[]', 'is something else'],
  ['has an unknown key', JSON.stringify({ ...report, retries: 1 }), 'does not satisfy the report schema'],
])('a report that %s is told apart', async (_what, text, words) => {
  await writeFile(file, text);
  await expect(readReport(file)).rejects.toThrow(words);
});

test.each([
  ['junit.xml', 'a JUnit report'],
  ['ctrf.json', 'a CTRF report'],
  ['sarif.json', 'a SARIF log'],
])('%s of the same run is called by its name', async (name, kind) => {
  await writeReportFiles(directory, report);
  await expect(readReport(join(directory, name))).rejects.toThrow(`is ${kind}`);
  expect(await readFile(file, 'utf8')).toContain(report.runId);
});
