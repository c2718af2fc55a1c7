import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { outputTo } from './output.ts';
import { startAssay, workingDirectory } from './test-support/assay.ts';
import { assayOntoFullDisk } from './test-support/full-disk.ts';

test.each([
  [['--help']],
  [['run', '--list']],
  [['run', '-g', 'no-such-case']],
  [['explain', 'A.4']],
  [['drift', 'architecture', '--json']],
  [['ps', '--all']],
  [['init']],
])('a full disk below the result of assay %j is told in one sentence, and exit 2', async (args) => {
  await using directory = await workingDirectory();
  const { exitCode, stderr } = await assayOntoFullDisk(directory.path, 'stdout', ...args);
  expect(stderr).toContain('cannot be written to stdout (ENOSPC: no space left on device, write)');
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(exitCode).toBe(2);
});

test('a full disk below the log costs no line of the result, and is exit 2', async () => {
  await using directory = await workingDirectory();
  const { exitCode, stdout } = await assayOntoFullDisk(directory.path, 'stderr', 'run', '--list');
  expect(stdout).toMatch(/^\d+ cases, \d+ not applicable$/m);
  expect(exitCode).toBe(2);
});

test('a command that cannot even say what is wrong with it ends as one that could not say all', async () => {
  await using directory = await workingDirectory();
  expect((await assayOntoFullDisk(directory.path, 'stderr', 'run', 'nowhere')).exitCode).toBe(2);
});

test('a reader that stops early, as `head` does, changes neither the exit code nor what is said', async () => {
  await using directory = await workingDirectory();
  const started = startAssay(directory.path, 'run', '--list');
  started.stdout.once('data', () => started.stdout.destroy());
  const { exitCode, stderr } = await started;
  expect(stderr).toMatch(/^loading …\nreading settings and suites …(\n {2}.*)*$/);
  expect(exitCode).toBe(0);
});

test.each([
  ['says so at once', failingAtOnce, /stdout \(no room\)/],
  ['says so later', failingLater, /stdout \(no room\)/],
])('a stream that %s is written to no more, and the first failure is told', async (_how, fail, words) => {
  let asked = 0;
  const stream = new Writable({
    write: (_chunk, _encoding, done) => {
      asked += 1;
      fail(done);
    },
  });
  const output = outputTo(stream, 'stdout');
  for (const text of ['one', 'two', 'three']) output.write(text);
  await expect(output.flush()).rejects.toThrow(words);
  expect(asked).toBe(1);
});

function failingAtOnce(): void {
  throw new Error('no room');
}

function failingLater(done: (error: Error) => void): void {
  setImmediate(done, new Error('no room'));
}
