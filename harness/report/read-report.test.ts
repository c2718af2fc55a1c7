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

test('a report that was written is read back as it was', async () => {
  const report = buildReport(sampleRun([judged('v03-a'), broken('v02-b')]));
  await writeReportFiles(directory, report);
  expect(await readReport(file)).toEqual(report);
});

test('a truncated, a foreign and a missing report are refused by name', async () => {
  await expect(readReport(file)).rejects.toThrow(`${file} cannot be read`);
  await writeReportFiles(directory, buildReport(sampleRun([judged('v03-a')])));
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.slice(0, -20));
  await expect(readReport(file)).rejects.toThrow('truncated');
  await writeFile(file, text.replace('"formatVersion": 3', '"formatVersion": 1'));
  await expect(readReport(file)).rejects.toMatchObject({
    details: [expect.stringContaining('/formatVersion')],
  });
});
