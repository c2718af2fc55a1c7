import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { assayIn, copyClone, copySharing, temporaryFolder } from '../../harness/cli/test-support/clone.ts';
import { inProject } from '../../harness/support/paths.ts';

const COMMANDS = 'harness/cli/commands.ts';

function edit(root: string, file: string, find: string, put: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toContain(find);
  writeFileSync(join(root, file), text.replace(find, put));
}

function bundlesOf(root: string): readonly string[] {
  const cache = join(root, 'node_modules/.cache/assay/cli');
  return readdirSync(cache).map((name) => `${name} ${statSync(join(cache, name, 'main.mjs')).mtimeMs}`);
}

test.each([
  ['with a cache of its own', copyClone],
  ['with a cache that both use', copySharing],
])('a copy of a clone %s runs its own code', async (_what, copy) => {
  using folder = temporaryFolder();
  copy(folder.path);
  const before = await assayIn(folder.path, ['--help']);
  expect(before, before.stderr).toMatchObject({ exitCode: 0 });
  edit(folder.path, COMMANDS, 'stop worlds', 'stop the copied worlds');
  expect((await assayIn(folder.path, ['--help'])).stdout).toContain('stop the copied worlds');
  expect((await assayIn(inProject(''), ['--help'])).stdout).not.toContain('copied');
});

test('a copy that is broken says so, with file and line, instead of running the code of another clone', async () => {
  using folder = temporaryFolder();
  copySharing(folder.path);
  writeFileSync(join(folder.path, COMMANDS), '// nothing\nexport const = 1;\n');
  const { exitCode, stdout, stderr } = await assayIn(folder.path, ['--help']);
  expect(stdout).toBe('');
  expect(stderr).toContain('[SOURCES_UNSOUND]');
  expect(stderr).toContain(`${COMMANDS}:2:13: Expected identifier`);
  expect(exitCode).toBe(2);
});

test('a clone without packages says what to do first', async () => {
  using folder = temporaryFolder();
  copySharing(folder.path);
  unlinkSync(join(folder.path, 'node_modules'));
  const { exitCode, stdout, stderr } = await assayIn(folder.path, ['--help']);
  expect(stdout).toBe('');
  expect(stderr).toBe(
    `${folder.path} has no packages installed. [NOT_SET_UP]\nFix: Run npm start or npm ci there.`,
  );
  expect(exitCode).toBe(2);
});

test('a clone that was moved runs on, with its own files and the bundle that it had', async () => {
  using folder = temporaryFolder();
  const [here, there] = [join(folder.path, 'here'), join(folder.path, 'there and back')];
  mkdirSync(here);
  copyClone(here, 'corpus', 'specs');
  await assayIn(here, ['corpus', 'check']);
  const made = bundlesOf(here);
  renameSync(here, there);
  writeFileSync(join(there, 'corpus/valid/left-over.yaml'), 'id: left-over\n');
  const { stdout, exitCode } = await assayIn(there, ['corpus', 'check']);
  expect(stdout).toContain('valid/left-over.yaml: formatVersion is missing');
  expect(exitCode).toBe(1);
  expect(bundlesOf(there)).toEqual(made);
});

test('a file that was touched, or edited and restored, makes no new bundle', async () => {
  using folder = temporaryFolder();
  copyClone(folder.path);
  await assayIn(folder.path, ['--version']);
  const made = bundlesOf(folder.path);
  const file = join(folder.path, COMMANDS);
  utimesSync(file, new Date(), new Date());
  await assayIn(folder.path, ['--version']);
  expect(bundlesOf(folder.path)).toEqual(made);
  edit(folder.path, COMMANDS, 'stop worlds', 'stop them');
  edit(folder.path, COMMANDS, 'stop them', 'stop worlds');
  expect((await assayIn(folder.path, ['--version'])).exitCode).toBe(0);
  expect(bundlesOf(folder.path)).toEqual(made);
});

test.each(['package-lock.json', 'tsconfig.json'])('another %s makes another bundle', async (file) => {
  using folder = temporaryFolder();
  copyClone(folder.path);
  await assayIn(folder.path, ['--version']);
  edit(folder.path, file, '{', '{ ');
  await assayIn(folder.path, ['--version']);
  expect(bundlesOf(folder.path)).toHaveLength(2);
});

test('several first starts at once all run, and leave one bundle', async () => {
  using folder = temporaryFolder();
  copyClone(folder.path);
  const starts = await Promise.all([1, 2, 3].map(() => assayIn(folder.path, ['--version'])));
  for (const { exitCode, stderr } of starts) expect(exitCode, stderr).toBe(0);
  expect(bundlesOf(folder.path)).toHaveLength(1);
});

test('a bundle holds what was read, whatever its files hold by the time it is made', async () => {
  using folder = temporaryFolder();
  copyClone(folder.path);
  const load = (name: string) => import(pathToFileURL(inProject(`scripts/assay/${name}.mjs`)).href);
  const { readSources } = await load('sources');
  const { makeBundle } = await load('make-bundle');
  const before = readSources(folder.path);
  edit(folder.path, COMMANDS, 'stop worlds', 'stop meanwhile');
  const bundle = join(folder.path, 'bundle');
  await makeBundle(before, bundle);
  const texts = readdirSync(bundle).map((name) => readFileSync(join(bundle, name), 'utf8'));
  expect(texts.join('')).toContain('stop worlds');
  expect((await assayIn(folder.path, ['--help'])).stdout).toContain('stop meanwhile');
});

test('a clone that cannot be written to keeps its bundle in a private folder of the user', async () => {
  using folder = temporaryFolder();
  using temp = temporaryFolder();
  copyClone(folder.path, 'corpus', 'specs');
  writeFileSync(join(folder.path, 'node_modules/.cache'), 'a file where a folder would be');
  const env = { TMPDIR: temp.path };
  for (const _ of ['made', 'found']) {
    const { exitCode, stdout, stderr } = await assayIn(folder.path, ['corpus', 'check'], env);
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toContain('0 problems');
  }
  const [own = ''] = readdirSync(temp.path).filter((name) => name.startsWith('assay-cli-'));
  expect(statSync(join(temp.path, own)).mode & 0o777).toBe(0o700);
});

test('a folder that others may write to is refused before anything in it is run', async () => {
  using folder = temporaryFolder();
  using temp = temporaryFolder();
  copyClone(folder.path);
  writeFileSync(join(folder.path, 'node_modules/.cache'), 'a file where a folder would be');
  const planted = join(temp.path, `assay-cli-${process.getuid?.()}`);
  mkdirSync(planted);
  chmodSync(planted, 0o777);
  const { exitCode, stdout, stderr } = await assayIn(folder.path, ['--version'], { TMPDIR: temp.path });
  expect(stderr).toContain('[CACHE_NOT_OURS]');
  expect(stdout).toBe('');
  expect(exitCode).toBe(2);
});

test.each([
  ['before what takes its time', ['run', 'corpus'], /^loading …\nThe sources of Assay itself/],
  ['and not before what answers at once', ['ps'], /^The sources of Assay itself/],
  ['nor before help', ['run', '--help'], /^The sources of Assay itself/],
])('off a terminal a first line comes before anything is loaded, %s', async (_when, words, said) => {
  using folder = temporaryFolder();
  copySharing(folder.path);
  writeFileSync(join(folder.path, COMMANDS), 'export const = 1;\n');
  expect((await assayIn(folder.path, words)).stderr).toMatch(said);
});
