import { execFileSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { serve } from '../wire/test-support/serve.ts';
import { assay, startFedAssay, workingDirectory } from './test-support/assay.ts';
import { echo, echoing, ended, line, lines, request } from './test-support/replaying.ts';

test.each([
  ['its sidecar', inProject('corpus/valid/v03-text.yaml')],
  ['its payload', inProject('corpus/valid/v03-text.body')],
  ['its place', 'corpus/valid/v03-text'],
  ['a case of it', 'corpus/v03-text@0.3'],
])('an entry is named by %s', async (_what, source) => {
  await using server = await echoing();
  await using directory = await workingDirectory();
  const found = ended(await assay(directory.path, 'replay', source, '--url', server.url));
  expect(found).toMatchObject({ exitCode: 0, results: [{ entry: 'v03-text', outcome: 'answered' }] });
});

test('a shelf is the entries on it, without those of the others', async () => {
  await using server = await echoing();
  await using directory = await workingDirectory();
  for (const file of ['valid/v03-text', 'valid/v03-data', 'invalid/hg-content-integer'])
    for (const ending of ['yaml', 'body'])
      await cp(inProject(`corpus/${file}.${ending}`), join(directory.path, `mine/${file}.${ending}`));
  const found = ended(await assay(directory.path, 'replay', 'mine/valid', '--url', server.url));
  expect(found.results.map(({ entry }) => entry).toSorted()).toEqual(['v03-data', 'v03-text']);
  expect(found.exitCode).toBe(0);
});

test('lines on stdin are read under the name -', async () => {
  await using server = await echoing();
  const found = await fed(server.url, `${lines(2).join('\n')}\n`);
  expect(found).toMatchObject({ exitCode: 0, outcomes: ['answered', 'answered'] });
});

test('a bad line on stdin is named by its number', async () => {
  await using server = await echoing();
  const found = await fed(server.url, `${line()}\n${request()}\n`);
  expect(found.stderr).toContain('stdin:2: this line is no request: unknown key `jsonrpc`');
  expect(found.stderr).toContain('it is a request itself: give it as text in `body`');
  expect(found).toMatchObject({ exitCode: 3, outcomes: ['answered'] });
});

test('a stdin that never ends is left at the first Ctrl-C', async () => {
  const asked = new EventEmitter();
  await using server = await serve((_request, response, body) => {
    echo(response, body);
    asked.emit('once');
  });
  await using directory = await workingDirectory();
  const started = startFedAssay(directory.path, 'replay', '-', '--url', server.url);
  onTestFinished(() => void started.kill('SIGKILL'));
  const heard = once(asked, 'once');
  started.stdin.write(`${line()}\n`);
  await heard;
  started.kill('SIGINT');
  const { exitCode, stderr } = await started;
  expect(stderr).toContain('Interrupted: waiting for the replies under way');
  expect(stderr).not.toContain('cannot be read');
  expect(exitCode).toBe(130);
});

test('a pipe with a name is read like a file', async () => {
  await using server = await echoing();
  await using directory = await workingDirectory();
  const pipe = join(directory.path, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const [result] = await Promise.all([
    assay(directory.path, 'replay', 'pipe', '--url', server.url),
    writeFile(pipe, `${line()}\n`),
  ]);
  expect(ended(result)).toMatchObject({ exitCode: 0, outcomes: ['answered'] });
});

test.each([
  ['an entry on no shelf', 'it.yaml', 'its folder is none of valid, invalid, malformed, sessions'],
  ['an entry that is not there', 'valid/gone.yaml', 'valid/gone.yaml does not exist'],
  ['a folder of other things', '.', 'is no corpus: none of the folders'],
])('%s is refused with a fix', async (_what, source, words) => {
  await using directory = await workingDirectory();
  await writeFile(join(directory.path, 'it.yaml'), 'id: it\n');
  const { exitCode, stderr } = await assay(directory.path, 'replay', source, '--url', 'http://127.0.0.1:9/');
  expect(stderr).toContain(words);
  expect(stderr).toContain('\nFix: ');
  expect(exitCode).toBe(3);
});

async function fed(url: string, input: string) {
  await using directory = await workingDirectory();
  const started = startFedAssay(directory.path, 'replay', '-', '--url', url);
  started.stdin.end(input);
  const { exitCode, stdout, stderr } = await started;
  return ended({ exitCode, stdout, stderr });
}
