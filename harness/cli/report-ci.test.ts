import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildReport } from '../report/build.ts';
import { writeReportFiles } from '../report/files.ts';
import { broken, sampleRun } from '../report/testing.ts';
import { addStepSummary, annotationLines, showsAnnotations } from './ci-surface.ts';
import { assay, workingDirectory } from './test-support/assay.ts';

const red = buildReport(sampleRun([broken('v02-b')]));

test('annotations are commands on GitHub alone: Gitea and Forgejo, which set what it sets, get lines', () => {
  expect(showsAnnotations({ GITHUB_ACTIONS: 'true' })).toBe(true);
  expect(showsAnnotations({ GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true' })).toBe(false);
  expect(annotationLines(red, { GITHUB_ACTIONS: 'true' })).toMatch(/^::error title=/);
  expect(annotationLines(red, {})).toMatch(/^error: Assay judged/);
});

test('the summary of a step keeps what others wrote, and gets nothing that has no room', async () => {
  await using directory = await workingDirectory();
  const file = join(directory.path, 'step.md');
  await writeFile(file, 'before\n');
  expect(await addStepSummary(red, { GITHUB_STEP_SUMMARY: file })).toContain('has the report');
  expect(await readFile(file, 'utf8')).toMatch(/^before\n# Assay judged reference .*: FAILED\n/);
  await writeFile(file, 'x'.repeat(1024 * 1024));
  expect(await addStepSummary(red, { GITHUB_STEP_SUMMARY: file })).toContain('no room left');
  expect(await addStepSummary(red, {})).toContain('no summary of a step');
});

test('`report ci` and `report badge` read the run that is named, and refuse what is none with exit 2', async () => {
  await using directory = await workingDirectory();
  await writeReportFiles(directory.path, red);
  const shown = await assay(directory.path, 'report', 'ci', '.');
  expect([shown.exitCode, shown.stdout]).toEqual([0, expect.stringContaining('error: failed corpus/v02-b')]);
  const made = await assay(directory.path, 'report', 'badge', '.', '--out', 'docs/badge.svg');
  expect(made.exitCode).toBe(0);
  expect(await readFile(join(directory.path, 'docs/badge.svg'), 'utf8')).toContain('hold: failed');
  const none = await assay(directory.path, 'report', 'badge', 'nowhere');
  expect([none.exitCode, none.stderr]).toEqual([2, expect.stringContaining('cannot be read')]);
});
