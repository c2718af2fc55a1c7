import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { listWorlds } from '../environment/index.ts';
import { isAlive } from '../environment/process/identity.ts';
import { readEvents, readReport } from '../report/index.ts';
import { SUITE_NAMES } from '../suites/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { assay, startAssay, workingDirectory } from './test-support/assay.ts';

const PAIR = '^corpus/(v03-text|hg-content-string)@0.3$';
const FEW = ['-g', '^corpus/(v03-text|hg-content-string|raw-truncated)@strict$'] as const;

test('a run leaves every report file, sound and free of the secrets of its world', async () => {
  await using directory = await workingDirectory();
  const up = await assay(directory.path, 'up', '--json');
  const world = JSON.parse(up.stdout);
  try {
    const { exitCode, stdout } = await assay(
      directory.path,
      'run',
      ...FEW,
      '--world',
      world.id,
      '--seed',
      '7',
    );
    expect(stdout.split('\n')[0]).toMatch(/^Assay judged 3 of \d+ cases \(-g '\^corpus.+\) for reference \(/);
    expect(stdout).toContain('3 passed');
    expect(stdout).toContain('seed 7');
    expect(exitCode).toBe(0);
  } finally {
    expect((await assay(directory.path, 'down', world.id)).exitCode).toBe(0);
  }
  const out = join(directory.path, 'assay-report');
  expect((await readReport(join(out, 'report.json'))).totals).toMatchObject({
    planned: 3,
    executed: 3,
    passed: 3,
  });
  const report = await readReport(join(out, 'report.json'));
  expect(report).toMatchObject({ whole: false, scope: { cases: 3, ofSuites: SUITE_NAMES.length } });
  expect(report.argv).toEqual(['run', ...FEW, '--world', world.id, '--seed', '7']);
  expect(XMLValidator.validate(await readFile(join(out, 'junit.xml'), 'utf8'))).toBe(true);
  expect(JSON.parse(await readFile(join(out, 'ctrf.json'), 'utf8')).results.summary.tests).toBe(3);
  expect(await readFile(join(out, 'summary.md'), 'utf8')).toContain('reference');
  expect(world.secrets.length).toBeGreaterThan(5);
  for (const file of filesBelow(out)) {
    const text = readFileSync(file, 'latin1');
    expect(
      world.secrets.filter((secret: string) => text.includes(secret)),
      file,
    ).toEqual([]);
  }
});

test('kill -9 in the middle leaves readable events, and the next start takes down what was left', async () => {
  await using directory = await workingDirectory();
  const events = join(directory.path, 'assay-report/events.ndjson');
  const started = startAssay(directory.path, 'run');
  await waitFor(() => existsSync(events) && readFileSync(events, 'utf8').includes('case.finished'));
  const [left] = listWorlds().filter(({ record }) => record.supervisorPid === started.pid);
  started.kill('SIGKILL');
  await started;
  const written = await readEvents(events);
  expect(written.some(({ event }) => event === 'case.finished')).toBe(true);
  const next = await assay(directory.path, 'run', ...FEW, '--out', 'next');
  expect(next.exitCode).toBe(0);
  expect(left?.record.services.length).toBeGreaterThan(5);
  expect(left?.record.services.filter(isAlive)).toEqual([]);
});

test('Ctrl-C ends a run with 130, a report, and nothing left running', async () => {
  await using directory = await workingDirectory();
  const events = join(directory.path, 'assay-report/events.ndjson');
  const started = startAssay(directory.path, 'run');
  await waitFor(() => existsSync(events) && readFileSync(events, 'utf8').includes('case.finished'));
  const [world] = listWorlds().filter(({ record }) => record.supervisorPid === started.pid);
  started.kill('SIGINT');
  const { exitCode } = await started;
  expect(exitCode).toBe(130);
  const report = await readReport(join(directory.path, 'assay-report/report.json'));
  expect(report).toMatchObject({ interrupted: true, exitCode: 130 });
  expect(world?.record.services.filter(isAlive)).toEqual([]);
});

test('--last-failed runs what was not green, and --json prints one document', async () => {
  await using directory = await workingDirectory();
  const planted = await assay(directory.path, 'run', '-g', PAIR, '--mutant', 'M108', '--json');
  expect(planted.exitCode).toBe(1);
  const failed = JSON.parse(planted.stdout).cases.filter(
    ({ verdict }: { verdict: string }) => verdict === 'failed',
  );
  expect(failed.map(({ id }: { id: string }) => id)).toEqual(['corpus/hg-content-string@0.3']);
  expect(JSON.stringify(failed[0].findings)).toContain('text lost');
  const again = await assay(directory.path, 'run', '--last-failed', '--mutant', 'M108', '--json');
  expect(JSON.parse(again.stdout).totals).toMatchObject({ planned: 1, failed: 1 });
});

test('a run under a mutant that never ran is neither green nor red', async () => {
  await using directory = await workingDirectory();
  const args = ['run', '-g', '^corpus/raw-truncated@strict$', '--mutant', 'M108'];
  const { exitCode, stdout } = await assay(directory.path, ...args);
  expect(stdout).toContain('M108 was planted and never ran');
  expect(exitCode).toBe(2);
  const report = await readReport(join(directory.path, 'assay-report/report.json'));
  expect(report).toMatchObject({ exitCode: 2, totals: { executed: 1 } });
});

test('what a run makes on a platform that outlives it is gone afterwards, also after Ctrl-C', async () => {
  await using directory = await workingDirectory();
  const world = JSON.parse((await assay(directory.path, 'up', '--json')).stdout);
  const workspaces = async () => {
    const headers = { authorization: `Bearer ${world.platform.adminToken}` };
    return (await fetch(`${world.platform.url}/workspaces`, { headers })).json();
  };
  try {
    const whole = await assay(directory.path, 'run', ...FEW, '--world', world.id);
    expect(whole.exitCode, whole.stdout).toBe(0);
    expect(await workspaces()).toEqual([]);
    const events = join(directory.path, 'stopped/events.ndjson');
    const started = startAssay(directory.path, 'run', 'corpus', '--world', world.id, '--out', 'stopped');
    await waitFor(() => existsSync(events) && readFileSync(events, 'utf8').includes('case.finished'));
    expect(await workspaces()).not.toEqual([]);
    started.kill('SIGINT');
    expect((await started).exitCode).toBe(130);
    expect(await workspaces()).toEqual([]);
  } finally {
    await assay(directory.path, 'down', world.id);
  }
});

async function waitFor(condition: () => boolean): Promise<void> {
  const reached = await poll(() => (condition() ? true : undefined), deadlineIn(60_000), 20);
  expect(reached).toBe(true);
}

function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
