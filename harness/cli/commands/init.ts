import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { CONFIG_FILE } from '../../config/config-file.ts';
import { ASSAY } from '../../support/command.ts';
import { EXIT, UsageError } from '../../support/errors.ts';
import { isOfFullDisk, naming } from '../../support/full-disk.ts';
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

/** `assay init`: writes a settings file and a subject file to start from; never over existing ones. */
export function initCommand(shell: Shell, finish: Finish): Command {
  return new Command('init')
    .description('write assay.config.yaml and assay.subject.yaml to start from')
    .action(async () => {
      await refuseOverwrite(shell.cwd);
      for (const [name, text] of Object.entries(FILES)) {
        await writeNew(join(shell.cwd, name), text);
        shell.out(`wrote ${name}\n`);
      }
      shell.out(`Next: edit ${SUBJECT_FILE}, then run: ${ASSAY} run\n`);
      finish(EXIT.ok);
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
