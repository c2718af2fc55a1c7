import { chownSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { REPORT_FILES } from '../report/index.ts';
import { assay, workingDirectory } from './test-support/assay.ts';

const STRANGER = 65_534;
const isRoot = process.getuid?.() === 0;
const titled = (title: string) => (isRoot ? title : `inconclusive, only root can give files away: ${title}`);
const ONE_CASE = ['run', 'drift-enum', '-g', 'reference-platform'] as const;

let directory: Awaited<ReturnType<typeof workingDirectory>>;
let original: string;
let out: string;
beforeAll(async () => {
  directory = await workingDirectory();
  original = join(directory.path, 'original');
  out = join(directory.path, 'assay-report');
  const { exitCode, stderr } = await assay(directory.path, ...ONE_CASE, '--out', original);
  expect(exitCode, stderr).toBe(0);
});
beforeEach(() => {
  rmSync(out, { recursive: true, force: true });
  cpSync(original, out, { recursive: true });
});
afterAll(() => directory[Symbol.asyncDispose]());

/** As another user has left it. */
function giveAway(): readonly string[] {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' });
  for (const name of ['', ...names]) chownSync(join(out, name), STRANGER, STRANGER);
  return names.toSorted();
}

test.skipIf(!isRoot).each([
  [titled('a run does not empty the run directory of another user'), ONE_CASE, 'OUT_NOT_OURS'],
  [
    titled('--last-failed does not go by a run of another user'),
    [...ONE_CASE, '--last-failed'],
    'LAST_RUN_UNUSABLE',
  ],
  [
    titled('a report is not rebuilt in a run directory of another user'),
    ['report', 'rebuild', 'assay-report'],
    'OUT_NOT_OURS',
  ],
])('%s', async (_title, words, code) => {
  rmSync(join(out, 'report.json'));
  const before = giveAway();
  const { exitCode, stdout, stderr } = await assay(directory.path, ...words);
  expect(stderr).toContain(`[${code}]`);
  expect(stderr).toContain(`another user (${STRANGER})`);
  expect(stderr).toContain('Fix: ');
  expect([stdout, exitCode]).toEqual(['', 3]);
  expect(readdirSync(out, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(before);
});

test('what is refused of another user is done in a run directory of our own', async () => {
  for (const name of REPORT_FILES) rmSync(join(out, name));
  expect((await assay(directory.path, 'report', 'rebuild', 'assay-report')).exitCode).toBe(0);
  for (const name of REPORT_FILES)
    expect(readFileSync(join(out, name), 'utf8'), name).toBe(readFileSync(join(original, name), 'utf8'));
  rmSync(join(out, 'report.json'));
  expect((await assay(directory.path, ...ONE_CASE)).exitCode).toBe(0);
  expect(existsSync(join(out, 'report.json'))).toBe(true);
});

test('an empty folder that another user has made for us is taken', async () => {
  rmSync(out, { recursive: true });
  cpSync(join(original, '.assay-run'), join(out, '.assay-run'));
  rmSync(join(out, '.assay-run'));
  if (isRoot) chownSync(out, STRANGER, STRANGER);
  expect((await assay(directory.path, ...ONE_CASE)).exitCode).toBe(0);
});
