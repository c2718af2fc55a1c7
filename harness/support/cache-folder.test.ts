import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cacheFolder } from './cache-folder.ts';

let root: string;
let inClone: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-cache-'));
  inClone = join(root, 'node_modules/.cache/assay/bundles');
  vi.stubEnv('TMPDIR', join(root, 'temp'));
  mkdirSync(join(root, 'temp'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

test('a cache lies in its clone, there already or not', () => {
  expect(cacheFolder('bundles', root)).toBe(inClone);
  mkdirSync(inClone, { recursive: true, mode: 0o755 });
  expect(cacheFolder('bundles', root)).toBe(inClone);
});

test.each([0o777, 0o775])(
  'one of mode %o, to which others can write, is left for a private folder',
  (mode) => {
    mkdirSync(inClone, { recursive: true });
    chmodSync(inClone, mode);
    expect(cacheFolder('bundles', root)).toMatch(new RegExp(`^${root}/temp/assay-cache-`));
  },
);

test('one that leads elsewhere is left for a private folder', () => {
  mkdirSync(join(inClone, '..'), { recursive: true });
  symlinkSync(join(root, 'temp'), inClone);
  expect(cacheFolder('bundles', root)).toMatch(new RegExp(`^${root}/temp/assay-cache-`));
});
