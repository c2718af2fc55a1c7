import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../support/errors.ts';
import { readTombstones } from './documents.ts';
import type { CorpusProblem } from './problem.ts';

/**
 * Entries of `valid` that are in the corpus at `gitRef` and no longer here (or moved to another shelf), without a
 * tombstone that says why. UsageError when the folder is in no checkout or the ref is unknown.
 */
export async function checkRemovals(corpusFolder: string, gitRef: string): Promise<readonly CorpusProblem[]> {
  const folder = resolve(corpusFolder);
  const commit = await commitOf(folder, gitRef);
  const before = idsIn(
    (await git(folder, ['ls-tree', '-z', '--name-only', commit, '--', 'valid/'])).split('\0'),
  );
  const now = new Set(idsIn(await readdir(join(folder, 'valid')).catch(() => [])));
  const read = await readTombstones(folder);
  const buried = new Set('value' in read ? read.value.removed.map(({ id }) => id) : []);
  return before.filter((id) => !now.has(id) && !buried.has(id)).map((id) => removed(id, gitRef));
}

async function commitOf(folder: string, ref: string): Promise<string> {
  const { execa } = await import('execa');
  const inside = await execa('git', ['rev-parse', '--is-inside-work-tree'], { cwd: folder, reject: false });
  if (inside.exitCode !== 0) throw notACheckout(folder);
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const found = await execa('git', args, { cwd: folder, reject: false });
  if (found.exitCode !== 0) throw unknownRef(ref);
  return found.stdout.trim().split('\n').at(-1) ?? '';
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  const { execa } = await import('execa');
  return (await execa('git', args, { cwd: folder })).stdout;
}

function idsIn(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => path.endsWith('.yaml')).map((path) => basename(path, '.yaml'));
}

function removed(id: string, ref: string): CorpusProblem {
  return {
    file: `valid/${id}.yaml`,
    rule: 'removal',
    message: `is in valid/ at ${ref} and is gone: whoever relies on that shape loses the gate for it`,
    fix: 'Bring it back, or add its id with a reason and a date to corpus/tombstones.yaml.',
  };
}

function notACheckout(folder: string): UsageError {
  return new UsageError({
    code: 'CORPUS_NOT_A_CHECKOUT',
    message: `${folder} is in no git checkout, so nothing can be compared with a base branch`,
    fix: 'Run it in a clone, or leave --against out.',
  });
}

function unknownRef(ref: string): UsageError {
  return new UsageError({
    code: 'UNKNOWN_REF',
    message: `git knows no commit \`${ref}\``,
    fix: 'Name a branch, tag or commit that is here; in CI fetch the base branch first (`git fetch origin main`).',
  });
}
