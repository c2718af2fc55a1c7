import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendOwn, makeOwnFolders, writeOwn } from './own-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-own-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what is written is for its owner alone', () => {
  makeOwnFolders(folder, join(folder, 'evidence/corpus'));
  writeOwn(join(folder, 'evidence/corpus/a'), 'a');
  appendOwn(join(folder, 'evidence/corpus/b'), 'b');
  appendOwn(join(folder, 'evidence/corpus/b'), 'c');
  expect(readFileSync(join(folder, 'evidence/corpus/b'), 'utf8')).toBe('bc');
  const modes = ['evidence', 'evidence/corpus', 'evidence/corpus/a', 'evidence/corpus/b'].map(
    (path) => statSync(join(folder, path)).mode & 0o777,
  );
  expect(modes).toEqual([0o700, 0o700, 0o600, 0o600]);
});

test('nothing is written through a link that lies in its place', () => {
  writeFileSync(join(folder, 'precious'), 'mine');
  for (const name of ['a', 'b']) symlinkSync(join(folder, 'precious'), join(folder, name));
  const refusal = expect.objectContaining({ code: 'LED_ELSEWHERE' });
  expect(() => writeOwn(join(folder, 'a'), 'theirs')).toThrow(refusal);
  expect(() => appendOwn(join(folder, 'b'), 'theirs')).toThrow(refusal);
  expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('mine');
});

test('no folder is made behind a link', () => {
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'evidence'));
  expect(() => makeOwnFolders(folder, join(folder, 'evidence/case'))).toThrow(
    expect.objectContaining({ code: 'LED_ELSEWHERE' }),
  );
});
