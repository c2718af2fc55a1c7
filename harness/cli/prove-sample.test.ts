import { expect, test } from 'vitest';
import { assay, workingDirectory } from './test-support/assay.ts';

test('a sample of a variant says how much of the suite it has looked at', async () => {
  await using directory = await workingDirectory();
  const args = ['corpus', '--neutral', '--mutant', 'N-cases-reversed', '--sample', '20', '--seed', '1'];
  const { exitCode, stdout, stderr } = await assay(directory.path, 'prove', ...args);
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toMatch(/neutral variants: 0 false alarms in 1 variants \(2\d of \d{3} cases each\)/);
});

test.each([
  ['--sample with --changed', ['--sample', '20', '--changed', 'HEAD'], '--changed chooses by itself'],
  ['--sample with --broken', ['--sample', '20', '--broken'], 'a broken subject gets all cases'],
  ['a sample of nothing', ['--sample', '0', '--neutral'], '--sample 0 is not a whole number'],
])('a proof refuses %s', async (_what, args, message) => {
  await using directory = await workingDirectory();
  const { exitCode, stderr } = await assay(directory.path, 'prove', ...args);
  expect(stderr).toContain(message);
  expect(exitCode).toBe(3);
});
