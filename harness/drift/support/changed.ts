import { execFileSync } from 'node:child_process';
import { UsageError } from '../../support/errors.ts';

/** Paths below `root` that differ from a git revision, untracked files included, relative to `root`. */
export function changedFiles(root: string, revision: string): ReadonlySet<string> {
  const tracked = git(root, ['diff', '--name-only', '--relative', '-z', '--end-of-options', revision, '--']);
  const untracked = git(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  return new Set([...tracked, ...untracked].filter((path) => path !== ''));
}

function git(root: string, args: readonly string[]): readonly string[] {
  try {
    const out = execFileSync('git', ['-C', root, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return out.split('\0');
  } catch (cause) {
    throw new UsageError({
      code: 'DRIFT_CHANGED',
      message: `git cannot tell what changed in ${root}.`,
      fix: 'Give a revision that exists in that checkout, or leave --changed away.',
      cause,
    });
  }
}
