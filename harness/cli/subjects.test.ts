import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { assay, workingDirectory } from './test-support/assay.ts';

const FOREIGN = inProject('harness/cli/fixtures/foreign-server.mjs');

async function subject(directory: string, document: object): Promise<string> {
  const file = join(directory, 'subject.yaml');
  await writeFile(file, JSON.stringify({ name: 'theirs', revision: 'R3', capabilities: [], ...document }));
  return file;
}

function command(...words: readonly string[]) {
  return { kind: 'command', command: [process.execPath, ...words], env: { PORT: '{{port}}' } };
}

test('a subject that does not listen is exit 2 and never a score', async () => {
  await using directory = await workingDirectory();
  const file = await subject(directory.path, {
    kind: 'remote',
    url: 'http://127.0.0.1:9',
    adminToken: 'local',
  });
  const { exitCode, stdout } = await assay(directory.path, 'run', 'corpus', '--subject', file);
  expect(stdout).toContain('http://127.0.0.1:9/health');
  expect(stdout).toContain('ECONNREFUSED');
  expect(stdout).toContain('0 passed');
  expect(exitCode).toBe(2);
});

test('a command that dies at boot is exit 2 and shows its exit code and last words', async () => {
  await using directory = await workingDirectory();
  const file = await subject(
    directory.path,
    command('-e', 'console.error("no licence key"); process.exit(7)'),
  );
  const { exitCode, stdout } = await assay(directory.path, 'run', 'corpus', '--subject', file);
  expect(stdout).toContain('no licence key');
  expect(stdout).toMatch(/exit code 7|exited with 7|code 7/);
  expect(exitCode).toBe(2);
});

test('a small foreign server gets honest failures, no crash and no pass', async () => {
  await using directory = await workingDirectory();
  const file = await subject(directory.path, command(FOREIGN));
  const { exitCode } = await assay(directory.path, 'run', 'corpus', '-g', '@strict$', '--subject', file);
  const report = JSON.parse(await readFile(join(directory.path, 'assay-report/report.json'), 'utf8'));
  expect(report.totals).toMatchObject({ passed: 0, errored: 0, inconclusive: 0 });
  expect(report.totals.failed).toBeGreaterThan(50);
  expect(report.notApplicable.length).toBeGreaterThan(10);
  const [first] = report.cases[0].findings;
  expect(first).toMatchObject({ clause: 'F.2' });
  expect(first.actual).toContain('404');
  expect(exitCode).toBe(1);
});

test('a platform that dies in the middle is told apart from one that answers wrongly', async () => {
  await using directory = await workingDirectory();
  const file = await subject(directory.path, command(inProject('harness/cli/fixtures/dies-midway.mjs')));
  await assay(directory.path, 'run', 'corpus', '-g', 'hg-c.*@strict', '--subject', file, '--workers', '1');
  const report = JSON.parse(await readFile(join(directory.path, 'assay-report/report.json'), 'utf8'));
  const after = report.cases.filter(({ verdict }: { verdict: string }) => verdict === 'inconclusive');
  expect(report.totals.failed).toBeGreaterThan(0);
  expect(after.length).toBeGreaterThan(0);
  expect(after.at(-1).reason).toContain('had ended before this case');
});
