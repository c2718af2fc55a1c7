import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { CONFIG_FILE } from '../../config/config-file.ts';
import { wholeNumber } from '../../config/whole-number.ts';
import { ASSAY } from '../../support/command.ts';
import { EXIT, UsageError } from '../../support/errors.ts';
import { isOfFullDisk, naming } from '../../support/full-disk.ts';
import { OF_TEMPLATE, ofShards } from '../init/kinds.ts';
import { type WorkflowFlags, type Workflows, writeWorkflows } from '../init/write-workflows.ts';
import type { Finish, Shell } from '../shell.ts';

const SUBJECT_FILE = 'assay.subject.yaml';

const FILES: Readonly<Record<string, string>> = {
  [CONFIG_FILE]: `# Settings of Assay for this project. Flags win over ASSAY_* variables, and those over this file.
subject: ${SUBJECT_FILE}
suites: [corpus]
out: assay-report
workers: 2
`,
  [SUBJECT_FILE]: `# Whom Assay judges: a platform that it starts itself, with a database of its own.
kind: command
name: my-platform
command: [./my-platform]
env:
  PORT: '{{port}}'
  DATABASE_URL: '{{databaseUrl}}'
  ADMIN_TOKEN: '{{adminToken}}'
  PLATFORM_URL: '{{url}}'
  MOLECULE_ENV: development
database: embedded
readiness: /health
revision: R3
capabilities: []
`,
};

interface Flags extends WorkflowFlags {
  readonly template?: boolean;
  readonly shards?: string;
}

/** `assay init`: writes a settings file and a subject file, or the workflows of a template; never over existing ones. */
export function initCommand(shell: Shell, finish: Finish): Command {
  return new Command('init')
    .description(
      'write assay.config.yaml and assay.subject.yaml to start from, or the CI workflows of a template or of shards',
    )
    .option('--template', 'write the workflows that gate the image of a template by canaries (GitHub, Gitea)')
    .option(
      '--shards <n>',
      'write the workflows that judge on so many machines, merge and gate (GitHub, Gitea)',
    )
    .option(
      '--repository <url>',
      'with workflows: where they get Assay from; the origin of this clone by default',
    )
    .option('--commit <id>', 'with workflows: which commit of it; that of this clone by default')
    .option('--dry-run', 'with workflows: show what would change, and write nothing')
    .option('--force', 'with workflows: write over workflows that were changed by hand')
    .action(async ({ template = false, shards, ...flags }: Flags) => {
      const workflows = workflowsOf(template, shards);
      if (workflows) {
        await writeWorkflows(shell, workflows, flags);
        return finish(EXIT.ok);
      }
      refuseWithoutWorkflows(flags);
      await refuseOverwrite(shell.cwd);
      for (const [name, text] of Object.entries(FILES)) {
        await writeNew(join(shell.cwd, name), text);
        shell.out(`wrote ${name}\n`);
      }
      shell.out(`Next: edit ${SUBJECT_FILE}, then run: ${ASSAY} run\n`);
      finish(EXIT.ok);
    });
}

/** A matrix of GitHub has 256 jobs at most. */
const MOST_SHARDS = 256;

function workflowsOf(template: boolean, shards: string | undefined): Workflows | undefined {
  if (template && shards !== undefined)
    throw new UsageError({
      code: 'TWO_WORKFLOWS',
      message: '--template and --shards write two different workflows.',
      fix: 'Ask for one after the other.',
    });
  if (template) return OF_TEMPLATE;
  return shards === undefined ? undefined : ofShards(wholeNumber('--shards', shards, 2, MOST_SHARDS));
}

function refuseWithoutWorkflows(flags: WorkflowFlags): void {
  const [flag] = Object.keys(flags);
  if (flag === undefined) return;
  const option = `--${flag === 'dryRun' ? 'dry-run' : flag}`;
  throw new UsageError({
    code: 'NO_TEMPLATE',
    message: `${option} is for workflows, and there is neither --template nor --shards.`,
    fix: `Leave ${option} away, or add one of them.`,
  });
}

/** Whole or not at all, so that a full disk leaves nothing that would be in the way next time. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if (isOfFullDisk(error)) await rm(file, { force: true });
    throw naming(file, error);
  }
}

async function refuseOverwrite(directory: string): Promise<void> {
  for (const name of Object.keys(FILES)) {
    const exists = await access(join(directory, name)).then(
      () => true,
      () => false,
    );
    if (!exists) continue;
    throw new UsageError({
      code: 'ALREADY_THERE',
      message: `${join(directory, name)} exists already, and nothing was written.`,
      fix: 'Move it away first, or edit it by hand.',
    });
  }
}
