import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assay, workingDirectory } from './test-support/assay.ts';

const RUN = ['run', 'cursor', 'drift-enum', '--seed', '7'];

test('three shards merged equal one run, and without one of them it is HOLD with its name', async () => {
  await using directory = await workingDirectory();
  const say = (...words: readonly string[]) => assay(directory.path, ...words);
  const report = async (run: string) =>
    JSON.parse(await readFile(join(directory.path, run, 'report.json'), 'utf8'));
  await say(...RUN, '--out', 'whole');
  for (const index of [1, 2, 3]) await say(...RUN, '--shard', `${index}/3`, '--out', `judged-${index}`);

  const merged = await say('report', 'merge', 'judged-3', 'judged-1', 'judged-2', '--out', 'merged');
  expect(merged.exitCode).toBe(0);
  expect(merged.stdout).toContain('all 5 cases of 2 of');
  expect(told(await report('merged'))).toEqual(told(await report('whole')));

  await rename(join(directory.path, 'judged-2'), join(directory.path, 'lost'));
  const part = await say('report', 'merge', 'judged-1', 'judged-3', '--out', 'part');
  expect(part.exitCode).toBe(2);
  expect(part.stdout).toContain('Shard 2 of 3 is missing: its cases were not judged.');
  const gate = await say('gate', 'part');
  expect(gate.exitCode).toBe(1);
  expect(gate.stdout).toContain('shard 2/3 is missing');
});

test('a shard with a seed of its own is refused with both seeds', async () => {
  await using directory = await workingDirectory();
  const run = ['run', 'drift-enum', '--shard'];
  await assay(directory.path, ...run, '1/2', '--seed', '7', '--out', 'a');
  await assay(directory.path, ...run, '2/2', '--seed', '8', '--out', 'b');
  const { exitCode, stdout, stderr } = await assay(directory.path, 'report', 'merge', 'a', 'b');
  expect(exitCode).toBe(3);
  expect(stdout).toBe('');
  expect(stderr).toContain('seed: 7 in shard 1/2 (a), 8 in shard 2/2 (b)');
});

/** What a run says beside its own times and ids. */
function told({ cases, ...report }: { readonly cases: readonly object[] } & Record<string, unknown>) {
  const { verdict, exitCode, reasons, totals, suites, planned, executed, notApplicable } = report;
  const { unselected, scope, whole, digests, underTest, subject, provenance, seed, warnings } = report;
  return {
    ...{ verdict, exitCode, reasons, totals, suites, planned, executed, notApplicable },
    ...{ unselected, scope, whole, digests, underTest, subject, provenance, seed, warnings },
    cases: cases.map((each) => ({ ...each, durationMs: 0, logLines: [] })),
  };
}
