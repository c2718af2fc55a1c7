import { Argument, Command } from 'commander';
import { loadSuites } from '../../suites/index.ts';
import { EXIT } from '../../support/errors.ts';
import { knownCommands } from '../complete/known.ts';
import { completionScript, SHELLS, type ShellName } from '../complete/scripts.ts';
import type { ListedCommand } from '../listed-command.ts';
import type { Finish, Shell } from '../shell.ts';

type ListedMaker = Awaited<ReturnType<ListedCommand['load']>>;

/** `assay complete`: prints what a shell has to read to complete these commands, their options, and suites. */
export function completeCommand(commands: readonly ListedCommand[]): ListedMaker {
  return (shell, finish) =>
    new Command('complete')
      .summary('print the completion of a shell')
      .description(
        'print what bash, zsh or fish has to read to complete commands, options and suites: eval "$(npx assay complete bash)"',
      )
      .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
      .action(async (name: ShellName) => {
        const suites = (await loadSuites()).map(({ name: word, title }) => ({ word, says: title }));
        shell.out(completionScript(name, knownCommands(await wholeProgram(commands, shell, finish), suites)));
        finish(EXIT.ok);
      });
}

/** Every command with its options; the command line itself loads but the one that was typed. */
async function wholeProgram(
  commands: readonly ListedCommand[],
  shell: Shell,
  finish: Finish,
): Promise<Command> {
  const program = new Command('assay').option('-V, --version', 'output the version number');
  for (const { load, summary } of commands)
    program.addCommand((await load())(shell, finish).summary(summary));
  return program;
}
