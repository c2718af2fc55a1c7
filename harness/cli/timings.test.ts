import { expect, test } from 'vitest';
import { assay, workingDirectory } from './test-support/assay.ts';

test('--timings tells every stage on stderr and leaves the JSON document on stdout alone', async () => {
  await using directory = await workingDirectory();
  const { exitCode, stdout, stderr } = await assay(
    directory.path,
    'run',
    'drift-enum',
    '--timings',
    '--json',
  );
  expect(exitCode, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ totals: { passed: 1 } });
  const stages = [
    'start of Node',
    'sources',
    'command',
    'subject',
    'suites',
    'planning',
    'runner',
    'cases',
    'report',
  ];
  const places = stages.map((stage) => stderr.search(new RegExp(`^ +\\d+ .*  ${stage}$`, 'm')));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(stderr).toMatch(/^1 cases took \d+ in sum/m);
});
