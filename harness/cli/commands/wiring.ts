import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { parsePattern } from '../../config/pattern.ts';
import { printable, printableJson } from '../../report/printable.ts';
import { AssayError, EXIT } from '../../support/errors.ts';
import { checkWiring, WIRING_RULES } from '../../wiring/check.ts';
import { readWorkflow } from '../../wiring/read-workflow.ts';
import type { WiringFinding } from '../../wiring/rule.ts';
import { listed } from '../gate-job.ts';
import type { Finish, Shell } from '../shell.ts';

interface Flags {
  readonly requiredCheck?: readonly string[];
  readonly promotes?: string;
  readonly json?: boolean;
}

/** `assay wiring`: whether workflows call the gate so that it can hold anything. */
export function wiringCommand(shell: Shell, finish: Finish): Command {
  return new Command('wiring')
    .description('find where workflows call the gate so that it gates nothing')
    .addCommand(
      new Command('check')
        .summary('read workflows of GitHub, Gitea or Forgejo')
        .description(
          'read workflows of GitHub, Gitea or Forgejo, those with the gate and those that promote; exit 1 where the gate gates nothing',
        )
        .argument('<workflow...>', 'files of workflows, such as .github/workflows/release.yml')
        .option('--required-check <name>', 'a check that the branch requires; once for each', listed)
        .option(
          '--promotes <pattern>',
          'regular expression of what promotes, in a script or the name of a step',
        )
        .option('--json', 'print one JSON document on stdout')
        .action(async (files: string[], flags: Flags) => {
          const workflows = await Promise.all(
            files.map(async (file) => readWorkflow(file, await textOf(shell, file))),
          );
          const findings = checkWiring(workflows, {
            requiredChecks: flags.requiredCheck ?? [],
            isThere: (path) => existsSync(resolve(shell.cwd, path)),
            ...(flags.promotes !== undefined && {
              promotes: parsePattern('--promotes', flags.promotes),
            }),
          });
          shell.out(
            flags.json
              ? `${printableJson({ formatVersion: 1, findings })}\n`
              : printable(render(findings, files.length)),
          );
          finish(findings.length === 0 ? EXIT.ok : EXIT.failed);
        }),
    );
}

async function textOf(shell: Shell, file: string): Promise<string> {
  try {
    return await readFile(resolve(shell.cwd, file), 'utf8');
  } catch (cause) {
    throw new AssayError({
      code: 'WORKFLOW_UNREADABLE',
      message: `The workflow ${file} cannot be read.`,
      fix: 'Check the path.',
      cause,
    });
  }
}

function render(findings: readonly WiringFinding[], files: number): string {
  const lines = findings.flatMap(({ rule, place: { file, line, column }, message, fix }) => [
    `${file}:${line}:${column ?? 1}: ${message} [${rule}]`,
    `    ${fix}`,
  ]);
  const sum = `${findings.length} faults of ${WIRING_RULES.length} kinds looked for, in ${files} workflows`;
  return `${[...lines, sum].join('\n')}\n`;
}
