import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadlineIn, poll } from '../../support/deadline.ts';
import { watchPaths } from './paths.ts';

let root: string;
let watching: Disposable;
const told: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-watch-'));
  mkdirSync(join(root, 'in/deep'), { recursive: true });
  mkdirSync(join(root, 'beside'));
  write('in/deep/file', '1');
  write('beside/file', '1');
  write('beside/other', '1');
  told.length = 0;
  watching = watchPaths({ folders: [at('in')], files: [at('beside/file')] }, tell, fail);
});

function tell(path: string): void {
  told.push(relative(root, path));
}

function fail(error: unknown): void {
  throw error;
}

afterEach(() => {
  watching[Symbol.dispose]();
  rmSync(root, { recursive: true });
});

const at = (path: string) => join(root, path);
const write = (path: string, text: string) => writeFileSync(at(path), text);

/** Whatever was told since the last time, once `path` is in it. */
async function toldOf(path: string): Promise<readonly string[]> {
  const found = await poll(() => (told.includes(path) ? true : undefined), deadlineIn(5_000), 5);
  expect(found, `${path} is not among ${told.join(', ')}`).toBe(true);
  return told.splice(0);
}

test('a file is told every time that an editor replaces it', async () => {
  for (const round of ['2', '3', '4']) {
    write('in/deep/file.tmp', round);
    renameSync(at('in/deep/file.tmp'), at('in/deep/file'));
    await toldOf('in/deep/file');
  }
});

test('a file is told that is written in place', async () => {
  write('in/deep/file', '2');
  await toldOf('in/deep/file');
});

test('a file is told that is made', async () => {
  write('in/deep/made', '1');
  await toldOf('in/deep/made');
});

test('a file is told that is removed', async () => {
  rmSync(at('in/deep/file'));
  await toldOf('in/deep/file');
});

test('files of a new folder are told, those that come later too', async () => {
  mkdirSync(at('in/new/er'), { recursive: true });
  write('in/new/er/file', '1');
  await toldOf('in/new/er/file');
  write('in/new/er/later', '1');
  await toldOf('in/new/er/later');
});

test('a folder that was moved is told under its new name alone', async () => {
  renameSync(at('in/deep'), at('in/moved'));
  await toldOf('in/moved/file');
  write('in/moved/file', '2');
  expect(await toldOf('in/moved/file')).not.toContain('in/deep/file');
});

test('of a single file the folder is watched, but nothing else in it is told', async () => {
  write('beside/other', '2');
  write('beside/file', '2');
  expect(new Set(await toldOf('beside/file'))).toEqual(new Set(['beside/file']));
});

test('hidden folders and packages are passed by', async () => {
  mkdirSync(at('in/.git'));
  mkdirSync(at('in/node_modules'));
  write('in/.git/file', '1');
  write('in/node_modules/file', '1');
  write('in/last', '1');
  expect(new Set(await toldOf('in/last'))).toEqual(new Set(['in/last']));
});

test('nothing is told any more once it is disposed', async () => {
  watching[Symbol.dispose]();
  watching = watchPaths({ folders: [at('beside')], files: [] }, tell, fail);
  write('in/deep/file', '2');
  write('beside/file', '2');
  expect(await toldOf('beside/file')).not.toContain('in/deep/file');
});
