import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeError } from './errors.ts';

test.each([
  ['a program', spawnSync('/etc/passwd').error, 'The system refuses spawnSync /etc/passwd. [EACCES]'],
  ['a file', refusedFile(), 'The system refuses open of /nowhere/allowed. [EACCES]'],
])('a refusal of %s names it once', (_what, error, words) => {
  expect(describeError(error).split('\n')[0]).toBe(words);
});

test('a refusal of the system has its stack where everything is told, and only there', () => {
  const { error } = spawnSync('/etc/passwd');
  expect(describeError(error)).not.toContain('at ');
  expect(describeError(error, { inFull: true })).toMatch(/ at .*errors\.test\.ts/);
});

/** As the system words it; the superuser is refused nothing. */
function refusedFile(): Error {
  try {
    readFileSync('/nowhere/allowed');
  } catch (error) {
    return Object.assign(error as Error, { code: 'EACCES' });
  }
  throw new Error('It is there.');
}
