import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { UsageError } from '../support/errors.ts';
import { checkRemovals } from './removals.ts';

/** A git repository with a corpus of three entries in `corpus/`, committed on branch `base`. */
async function repository() {
  const root = await mkdtemp(join(tmpdir(), 'assay-removals-'));
  const corpus = join(root, 'corpus');
  const git = (...args: string[]) => execa('git', args, { cwd: root });
  for (const shelf of ['valid', 'invalid']) await mkdir(join(corpus, shelf), { recursive: true });
  for (const id of ['one', 'two', 'three']) await writeFile(join(corpus, `valid/${id}.yaml`), `id: ${id}\n`);
  const bury = (entries: string) =>
    writeFile(join(corpus, 'tombstones.yaml'), `formatVersion: 1\nremoved: ${entries}\n`);
  await bury('[]');
  await git('init', '--quiet', '--initial-branch=base');
  await git('add', '.');
  await git(
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '-m',
    'Add the corpus',
  );
  const dispose = () => rm(root, { recursive: true, force: true });
  return { corpus, bury, [Symbol.asyncDispose]: dispose };
}

it('finds nothing while every entry is there, new ones included', async () => {
  await using repo = await repository();
  await writeFile(join(repo.corpus, 'valid/four.yaml'), 'id: four\n');
  expect(await checkRemovals(repo.corpus, 'base')).toEqual([]);
});

it('names an entry that was removed', async () => {
  await using repo = await repository();
  await rm(join(repo.corpus, 'valid/two.yaml'));
  const problems = await checkRemovals(repo.corpus, 'base');
  expect(problems.map(({ rule, file }) => `${rule} ${file}`)).toEqual(['removal valid/two.yaml']);
  expect(problems[0]?.message).toContain('is in valid/ at base and is gone');
});

it('counts a move to another shelf as a removal', async () => {
  await using repo = await repository();
  await rename(join(repo.corpus, 'valid/one.yaml'), join(repo.corpus, 'invalid/one.yaml'));
  const problems = await checkRemovals(repo.corpus, 'HEAD');
  expect(problems.map(({ file }) => file)).toEqual(['valid/one.yaml']);
});

it('accepts a removal that a tombstone explains', async () => {
  await using repo = await repository();
  await rm(join(repo.corpus, 'valid/two.yaml'));
  await repo.bury("[{ id: two, reason: 'The dialect is gone for good.', date: '2026-11-21' }]");
  expect(await checkRemovals(repo.corpus, 'base')).toEqual([]);
});

it('does not accept a tombstone without its reason', async () => {
  await using repo = await repository();
  await rm(join(repo.corpus, 'valid/two.yaml'));
  await repo.bury("[{ id: two, date: '2026-11-21' }]");
  expect(await checkRemovals(repo.corpus, 'base')).toHaveLength(1);
});

it('finds nothing where the base has no corpus yet', async () => {
  await using repo = await repository();
  const moved = join(repo.corpus, '../elsewhere');
  await cp(repo.corpus, moved, { recursive: true });
  expect(await checkRemovals(moved, 'base')).toEqual([]);
});

it('refuses a ref that git does not know, and one that looks like an option', async () => {
  await using repo = await repository();
  await expect(checkRemovals(repo.corpus, 'no-such-branch')).rejects.toThrow(UsageError);
  await expect(checkRemovals(repo.corpus, 'no-such-branch')).rejects.toThrow(/no commit `no-such-branch`/);
  await expect(checkRemovals(repo.corpus, '--all')).rejects.toThrow(UsageError);
});

it('refuses a folder outside any checkout', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-plain-'));
  await expect(checkRemovals(folder, 'HEAD')).rejects.toThrow(/in no git checkout/);
  await rm(folder, { recursive: true });
});
