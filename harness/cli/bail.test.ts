import { expect, test } from 'vitest';
import { assay, workingDirectory } from './test-support/assay.ts';

const STRINGS = ['run', 'corpus', '--mutant', 'M108', '-g', 'content-string|v0_2|v02'];

test('--bail begins no further case after the first that fails, says so, and exits as a failure', async () => {
  await using directory = await workingDirectory();
  const { exitCode, stdout } = await assay(directory.path, ...STRINGS, '--bail', '--json');
  const { totals, reasons, faults, cases } = JSON.parse(stdout);
  expect(exitCode).toBe(1);
  expect(totals.failed).toBeGreaterThan(0);
  expect(totals.executed).toBeLessThan(totals.planned);
  expect(totals.executed + totals.inconclusive).toBe(totals.planned);
  expect(reasons).toContainEqual(
    expect.stringMatching(/^Stopped, and \d+ cases? (was|were) not run: --bail 1/),
  );
  expect(faults).toEqual([]);
  expect(cases).toContainEqual(
    expect.objectContaining({
      verdict: 'inconclusive',
      reason: expect.stringContaining('It was not run: --bail 1'),
    }),
  );
});

test.each(['0', 'corpus', '-1'])('--bail %s is refused', async (count) => {
  await using directory = await workingDirectory();
  const { exitCode, stderr } = await assay(directory.path, 'run', `--bail=${count}`);
  expect(stderr).toContain('--bail');
  expect(exitCode).toBe(3);
});
