import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { UsageError } from '../../support/errors.ts';
import { naming } from '../../support/full-disk.ts';
import type { Shell } from '../shell.ts';
import { type Pin, pinOf } from './pin.ts';
import { isUntouched, type WorkflowFile } from './workflows.ts';

/** The options of `assay init` for workflows, as typed. */
export interface WorkflowFlags {
  readonly repository?: string;
  readonly commit?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

/** What stands in the place of a workflow, and what becomes of it. */
interface Change extends WorkflowFile {
  readonly before: string | undefined;
  readonly kind: 'new' | 'same' | 'outdated' | 'edited';
}

/** Workflows that can be written, and what is to be done with them. */
export interface Workflows {
  readonly files: (pin: Pin) => Promise<readonly WorkflowFile[]>;
  readonly next: (pin: Pin) => string;
}

/** Writes workflows into a repository, all or none, and never over what somebody has changed unless forced. */
export async function writeWorkflows(
  shell: Shell,
  { files, next }: Workflows,
  flags: WorkflowFlags,
): Promise<void> {
  const pin = await pinOf(flags, shell.env);
  const changes = await Promise.all((await files(pin)).map((file) => changeOf(shell.cwd, file)));
  if (flags.dryRun) return tellOnly(shell, changes);
  refuseEdited(changes, flags);
  for (const change of changes) {
    if (change.kind !== 'same') await write(join(shell.cwd, change.path), change.text);
    shell.out(`${change.kind === 'same' ? 'unchanged' : 'wrote'} ${change.path}\n`);
  }
  shell.out(next(pin));
}

async function changeOf(cwd: string, file: WorkflowFile): Promise<Change> {
  const before = await readFile(join(cwd, file.path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw naming(join(cwd, file.path), error);
  });
  return { ...file, before, kind: kindOf(before, file.text) };
}

function kindOf(before: string | undefined, text: string): Change['kind'] {
  if (before === undefined) return 'new';
  if (before === text) return 'same';
  return isUntouched(before) ? 'outdated' : 'edited';
}

function tellOnly(shell: Shell, changes: readonly Change[]): void {
  for (const { path, before, text, kind } of changes) {
    if (kind === 'same') shell.out(`unchanged ${path}\n`);
    else {
      const from = before === undefined ? '/dev/null' : `a/${path}`;
      shell.out(createTwoFilesPatch(from, `b/${path}`, before ?? '', text, '', ''));
      if (kind === 'edited') shell.out(`${path} was changed by hand: this takes --force\n`);
    }
  }
  shell.out('Nothing was written (--dry-run).\n');
}

function refuseEdited(changes: readonly Change[], { force = false }: WorkflowFlags): void {
  const edited = changes.filter(({ kind }) => kind === 'edited').map(({ path }) => path);
  if (force || edited.length === 0) return;
  throw new UsageError({
    code: 'CHANGED_BY_HAND',
    message: `${edited.join(' and ')} ${edited.length > 1 ? 'were' : 'was'} changed by hand, and nothing was written.`,
    fix: 'See by --dry-run what would become of it, and write over it by --force.',
  });
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw naming(file, error);
  }
}
