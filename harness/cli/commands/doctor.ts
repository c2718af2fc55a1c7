import { Command } from 'commander';
import { EXIT } from '../../support/errors.ts';
import { examineMachine } from '../doctor/examine.ts';
import type { Finish, Shell } from '../shell.ts';

const MARKS = { ok: '✓', absent: '–', broken: '✗' } as const;

/** `assay doctor`: what this machine has of what Assay can use, what each is for, and how to get what is missing. */
export function doctorCommand(shell: Shell, finish: Finish): Command {
  return new Command('doctor')
    .description('check this machine: what is there, what it is for, how to get the rest')
    .option('--json', 'print one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const checks = await examineMachine();
      if (json) shell.out(`${JSON.stringify({ checks }, null, 2)}\n`);
      else for (const check of checks) shell.out(render(check));
      finish(checks.some(({ state }) => state === 'broken') ? EXIT.unjudged : EXIT.ok);
    });
}

function render(check: Awaited<ReturnType<typeof examineMachine>>[number]): string {
  const line = `${MARKS[check.state]} ${check.name.padEnd(12)} ${check.found}\n`;
  return check.state === 'ok'
    ? line
    : `${line}  ${''.padEnd(12)} needed for ${check.neededFor}. Fix: ${check.fix}\n`;
}
