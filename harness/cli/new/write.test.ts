import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UsageError } from '../../support/errors.ts';
import { writeDraft } from './write.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'assay-new-'));
  await writeFile(join(root, 'list.ts'), 'before');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const everything = async () => (await readdir(root, { recursive: true })).sort();
const list = { path: 'list.ts', text: 'after' };

it('makes files with their folders, and changes those that are there', async () => {
  await writeDraft(root, { made: [{ path: 'a/b/c.ts', text: 'new' }], changed: [list] });
  expect(await everything()).toEqual(['a', 'a/b', 'a/b/c.ts', 'list.ts']);
  expect(await readFile(join(root, 'a/b/c.ts'), 'utf8')).toBe('new');
  expect(await readFile(join(root, 'list.ts'), 'utf8')).toBe('after');
});

it('takes all of it back, and leaves what was there before', async () => {
  await mkdir(join(root, 'a'));
  const made = ['a/b/c.ts', 'a/b/d.ts', 'e.ts'].map((path) => ({ path, text: 'new' }));
  const written = await writeDraft(root, { made, changed: [list] });
  await written.undo();
  expect(await everything()).toEqual(['a', 'list.ts']);
  expect(await readFile(join(root, 'list.ts'), 'utf8')).toBe('before');
});

it('writes nothing when one of the files is there already, and names it', async () => {
  const made = [
    { path: 'a/b.ts', text: 'new' },
    { path: 'list.ts', text: 'new' },
  ];
  const writing = writeDraft(root, { made, changed: [] });
  await expect(writing).rejects.toThrow(UsageError);
  await expect(writing).rejects.toMatchObject({
    code: 'ALREADY_THERE',
    message: expect.stringContaining('list.ts is there already'),
  });
  expect(await everything()).toEqual(['list.ts']);
});

it('leaves nothing behind when it fails half-way, and says where', async () => {
  const made = [
    { path: 'a/b.ts', text: 'new' },
    { path: 'list.ts/c.ts', text: 'below a file' },
  ];
  const writing = writeDraft(root, { made, changed: [list] });
  await expect(writing).rejects.toMatchObject({
    code: 'NOT_WRITABLE',
    exitCode: 3,
    message: expect.stringContaining('list.ts'),
  });
  expect(await everything()).toEqual(['list.ts']);
  const missing = writeDraft(root, {
    made: made.slice(0, 1),
    changed: [list, { path: 'gone.ts', text: '' }],
  });
  await expect(missing).rejects.toMatchObject({ message: expect.stringContaining('gone.ts') });
  expect(await everything()).toEqual(['list.ts']);
  expect(await readFile(join(root, 'list.ts'), 'utf8')).toBe('before');
});
