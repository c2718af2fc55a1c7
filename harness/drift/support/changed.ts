import { execFileSync } from 'node:child_process';
import { UsageError } from '../../support/errors.ts';

/** What differs from a git revision, when nothing else is to be judged. */
export interface Change {
  readonly since: string;
  /** Paths from the root of the tree. */
  readonly files: ReadonlySet<string>;
}

/** Paths below `root` that differ from a git revision, relative to it: untracked files too, a renamed one by both names. */
export function changeSince(root: string, revision: string): Change {
  const tracked = git(
    root,
    ['diff', '--name-only', '--no-renames', '--relative', '-z', '--end-of-options', revision, '--'],
    revision,
  );
  const untracked = git(root, ['ls-files', '--others', '--exclude-standard', '-z'], revision);
  return { since: revision, files: new Set([...tracked, ...untracked].filter((path) => path !== '')) };
}

function git(root: string, args: readonly string[], revision: string): readonly string[] {
  try {
    const out = execFileSync('git', ['-C', root, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return out.split('\0');
  } catch (cause) {
    throw new UsageError({
      code: 'CHANGE_UNKNOWN',
      message: `git cannot tell what has changed in ${root} since ${revision}.`,
      details: saidBy(cause),
      fix: 'Give a revision that exists in that checkout, or leave --changed away.',
      cause,
    });
  }
}

/** What git wrote about it, at most a few lines. */
function saidBy(cause: unknown): readonly string[] {
  const { stderr = '' } = cause as { readonly stderr?: string };
  return stderr.split('\n').filter(Boolean).slice(0, 3);
}
