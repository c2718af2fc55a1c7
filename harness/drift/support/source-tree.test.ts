import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../../support/errors.ts';
import { globMatcher } from './glob.ts';
import { loadSourceTree } from './source-tree.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-tree-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('files come in order of their paths, by glob and language, without vendored code', () => {
  plant([
    'b.go',
    'a/z.ts',
    'a/y.py',
    'vendor/v.go',
    'node_modules/n/i.js',
    'x/testdata/t.go',
    'notes.md',
    'a/skip.go',
  ]);
  const { files } = loadSourceTree({ root, include: ['**'], exclude: ['**/skip.*'] });
  expect(files.map(({ path, language }) => `${path} ${language}`)).toEqual([
    'a/y.py python',
    'a/z.ts typescript',
    'b.go go',
  ]);
  const go = loadSourceTree({ root, include: ['**'], languages: ['go'], skipFolders: ['node_modules'] });
  expect(go.files.map(({ path }) => path)).toEqual(['a/skip.go', 'b.go', 'vendor/v.go', 'x/testdata/t.go']);
});

test('links are listed and never followed, so circles end', () => {
  plant(['a/one.go']);
  symlinkSync('..', join(root, 'a/up'));
  symlinkSync('/nowhere', join(root, 'dangling'));
  const tree = loadSourceTree({ root, include: ['**'] });
  expect(tree.files.map(({ path }) => path)).toEqual(['a/one.go']);
  expect(tree.links).toEqual(['a/up', 'dangling']);
});

test('what cannot be read is named with the problem', () => {
  plant(['ok.go', 'long.go']);
  writeFileSync(join(root, 'long.go'), 'x'.repeat(101));
  writeFileSync(join(root, 'latin.go'), Buffer.from([0xff, 0x41]));
  writeFileSync(join(root, 'binary.go'), Buffer.from([0x41, 0]));
  const { files, unread } = loadSourceTree({ root, include: ['**'], maxFileBytes: 100 });
  expect(files.map(({ path }) => path)).toEqual(['ok.go']);
  expect(unread.map(({ path, problem }) => `${path} ${problem}`)).toEqual([
    'binary.go not-utf8',
    'latin.go not-utf8',
    'long.go too-large',
  ]);
});

test('a root that is not there is a usage error that names it', () => {
  expect(() => loadSourceTree({ root: `${root}/gone`, include: ['**'] })).toThrow(UsageError);
});

test('positions count lines and UTF-16 columns from 1', () => {
  writeFileSync(join(root, 'p.go'), 'a\n😀b\n');
  const [file] = loadSourceTree({ root, include: ['p.go'] }).files;
  expect(file?.positionAt(0)).toEqual({ line: 1, column: 1 });
  expect(file?.positionAt(file.text.indexOf('b'))).toEqual({ line: 2, column: 3 });
  expect(file?.positionAt(file.text.length)).toEqual({ line: 3, column: 1 });
});

test.each([
  ['**/*.go', ['a.go', 'x/y/a.go'], ['a.ts', 'a.go/x']],
  ['src/**', ['src/a', 'src/a/b'], ['src', 'lib/src/a']],
  ['*.{ts,tsx}', ['a.ts', 'a.tsx'], ['x/a.ts', 'a.js']],
  ['**/{test_*,conftest}.py', ['test_a.py', 'x/conftest.py'], ['a_test.py']],
  ['a/?.go', ['a/b.go'], ['a/bb.go', 'a//.go']],
  ['[a-c]/*.sql', ['b/1.sql'], ['d/1.sql']],
  ['a/**/z', ['a/z', 'a/b/c/z'], ['az']],
])('the glob %s', (glob, yes, no) => {
  const matches = globMatcher([glob]);
  expect(yes.filter((path) => !matches(path))).toEqual([]);
  expect(no.filter(matches)).toEqual([]);
});

function plant(paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }
}
