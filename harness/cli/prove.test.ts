import { expect, test } from 'vitest';
import { assay, workingDirectory } from './test-support/assay.ts';

test('M108 is killed by every entry with string content, though a suite is named that it does not touch', async () => {
  await using directory = await workingDirectory();
  const args = ['corpus', 'cursor', '--mutant', 'M108', '--json'];
  const { exitCode, stdout, stderr } = await assay(directory.path, 'prove', ...args);
  expect(exitCode, stderr).toBe(0);
  const proof = JSON.parse(stdout);
  expect(proof).toMatchObject({
    verdict: 'proven',
    mutants: [{ mutant: 'M108', verdict: 'killed', collateral: [] }],
  });
  const { cases } = proof.mutants[0];
  expect(cases).toContainEqual(
    expect.objectContaining({
      id: 'corpus/hg-content-string@0.3',
      state: 'killed',
      saw: expect.stringMatching(/text lost: the runtime received content .+ and agent code read 0 parts/),
    }),
  );
});

test.each([
  ['an unknown mutant, with the nearest name', ['--mutant', 'M1O8'], 'There is no mutant "M1O8".'],
  ['-g without --broken', ['-g', 'v03'], 'Every mutant names its own cases'],
  ['a mutant as a broken subject', ['--mutant', 'M108', '--broken'], 'There is no broken subject "M108".'],
  [
    'to narrow itself by a change and by names',
    ['--changed', 'HEAD', '--mutant', 'M108'],
    '--changed chooses what to plant by itself, and --mutant does so too.',
  ],
  [
    'a change of broken subjects',
    ['--changed', 'HEAD', '--broken'],
    '--changed chooses what to plant by itself, and --broken does so too.',
  ],
  ['a change since nobody knows when', ['--changed', 'no-such-ref'], 'since no-such-ref.'],
  ['two questions at once', ['--neutral', '--broken'], '--neutral and --broken ask two different things.'],
])('a proof refuses %s', async (_what, args, message) => {
  await using directory = await workingDirectory();
  const { exitCode, stderr } = await assay(directory.path, 'prove', ...args);
  expect(stderr).toContain(message);
  expect(exitCode).toBe(3);
});
