import { execa } from 'execa';
import { UsageError } from '../../support/errors.ts';
import { projectRoot } from '../../support/paths.ts';
import type { Shell } from '../shell.ts';

/** Where a workflow gets Assay from, and which commit of it. */
export interface Pin {
  readonly repository: string;
  readonly commit: string;
}

/** What was asked for; else the repository of ASSAY_REPOSITORY or the origin of this clone, and its commit. Throws `UsageError`. */
export async function pinOf(
  { repository, commit }: { readonly repository?: string; readonly commit?: string },
  env: Shell['env'],
): Promise<Pin> {
  return {
    repository: checkedRepository(
      repository ?? (env.ASSAY_REPOSITORY || (await git('remote', 'get-url', 'origin'))),
    ),
    commit: checkedCommit(commit ?? (await git('rev-parse', 'HEAD'))),
  };
}

/** It stands in a file that is committed, as a plain value of YAML and in a word of a shell. */
function checkedRepository(text: string | undefined): string {
  if (text === undefined)
    throw unpinned(
      'NO_REPOSITORY',
      'Nothing says where workflows get Assay from: this clone has no origin.',
      'Add --repository <url>.',
    );
  if (!/^[\w./~][\w.:/@~+%-]*$/.test(text))
    throw unpinned(
      'BAD_REPOSITORY',
      `The repository ${text} is no URL of git.`,
      'Write it as https://host/owner/assay.git.',
    );
  if (URL.canParse(text) && new URL(text).password !== '')
    throw unpinned('BAD_REPOSITORY', 'The URL of the repository holds credentials.', 'Take them out of it.');
  return text;
}

function checkedCommit(text: string | undefined): string {
  if (text !== undefined && /^[0-9a-f]{40}$/.test(text)) return text;
  throw unpinned(
    'BAD_COMMIT',
    text === undefined ? 'This copy of Assay has no commit.' : `${text} is not the whole id of a commit.`,
    'Add --commit with 40 hexadecimal digits: a branch or a tag may be another one tomorrow.',
  );
}

async function git(...words: readonly string[]): Promise<string | undefined> {
  const { failed, stdout } = await execa('git', ['-C', projectRoot, ...words], { reject: false });
  return failed || stdout === '' ? undefined : stdout;
}

function unpinned(code: string, message: string, fix: string): UsageError {
  return new UsageError({ code, message, fix });
}
