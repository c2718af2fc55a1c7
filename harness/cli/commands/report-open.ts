import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { ASSAY, quoted } from '../../support/command.ts';
import { UsageError } from '../../support/errors.ts';
import { openerIn, openPage } from '../open-page.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay report open`: shows the page of a run. */
export function openCommand(shell: Shell, finish: Finish): Command {
  return new Command('open')
    .summary('show the page of a run in a browser')
    .description('show report.html of a run in a browser; where there is none to show it, say where it lies')
    .argument('[run]', 'run directory', 'assay-report')
    .option('--print', 'only print its address')
    .action(async (run: string, { print = false }: { readonly print?: boolean }) => {
      const file = join(resolve(shell.cwd, run), 'report.html');
      if (!(await isFile(file))) throw noPage(run);
      const url = pathToFileURL(file).href;
      shell.out(`${url}\n`);
      if (!print) await show(shell, url);
      finish(0);
    });
}

async function show(shell: Shell, url: string): Promise<void> {
  const opener = openerIn(shell.env);
  const problem = opener ? await openPage(opener, url) : 'there is no display and BROWSER names no program';
  if (problem)
    shell.err(`It was not opened here (${problem}): open it in any browser, also on another machine.\n`);
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}

function noPage(run: string): UsageError {
  return new UsageError({
    code: 'NO_PAGE_THERE',
    message: `${run} holds no report.html.`,
    fix: `Name the folder of a run, or make its reports again: ${ASSAY} report rebuild ${quoted(run)}`,
  });
}
