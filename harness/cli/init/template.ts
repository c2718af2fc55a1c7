import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { ASSAY } from '../../support/command.ts';
import { UsageError } from '../../support/errors.ts';
import { naming } from '../../support/full-disk.ts';
import type { Shell } from '../shell.ts';
import { type Pin, pinOf } from './pin.ts';
import { CHECK, isUntouched, type WorkflowFile, workflowFiles } from './workflows.ts';

/** The options of `assay init --template` as typed. */
export interface TemplateFlags {
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

/** Writes the workflows of a template repository, all or none, and never over what somebody has changed unless forced. */
export async function initTemplate(shell: Shell, flags: TemplateFlags): Promise<void> {
  const pin = await pinOf(flags, shell.env);
  const changes = await Promise.all((await workflowFiles(pin)).map((file) => changeOf(shell.cwd, file)));
  if (flags.dryRun) return tellOnly(shell, changes);
  refuseEdited(changes, flags);
  for (const change of changes) {
    if (change.kind !== 'same') await write(join(shell.cwd, change.path), change.text);
    shell.out(`${change.kind === 'same' ? 'unchanged' : 'wrote'} ${change.path}\n`);
  }
  shell.out(nextSteps(pin));
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

function refuseEdited(changes: readonly Change[], { force = false }: TemplateFlags): void {
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

function nextSteps({ repository, commit }: Pin): string {
  return `Both take Assay from ${repository} at ${commit.slice(0, 12)}; keep that of your host, and commit it.
Let it run for some days, make the check \`${CHECK}\` required, and see that nothing gets by it:
${ASSAY} wiring check --required-check ${CHECK} <workflow>
`;
}
