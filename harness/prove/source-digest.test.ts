import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JUDGING_FOLDERS, sourceDigest } from './source-digest.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'assay-sources-'));
  for (const name of JUDGING_FOLDERS) await mkdir(join(root, name));
  await writeFile(join(root, 'package-lock.json'), '{}');
  await writeFile(join(root, 'playwright.config.ts'), '');
  await writeFile(join(root, 'corpus/a.body'), 'a');
  await writeFile(join(root, 'canaries/a.yaml'), '');
});
afterAll(() => rm(root, { recursive: true, force: true }));

test.each([
  ['an entry', 'corpus/a.body', 'b'],
  ['a canary', 'canaries/a.yaml', 'turns: []'],
  ['a file that is new', 'compose/new.ts', ''],
  ['the installed packages', 'package-lock.json', '{"lockfileVersion":3}'],
])('a change of %s changes it', async (_what, file, content) => {
  const before = await sourceDigest(root);
  await writeFile(join(root, file), content);
  expect(await sourceDigest(root)).not.toBe(before);
});

test('a test beside the code does not', async () => {
  const before = await sourceDigest(root);
  await writeFile(join(root, 'harness/some.test.ts'), 'changed');
  expect(await sourceDigest(root)).toBe(before);
});
