import { Argument, Command } from 'commander';
import { loadSuites } from '../../suites/index.ts';
import { EXIT } from '../../support/errors.ts';
import { COMMANDS } from '../commands.ts';
import { knownCommands } from '../complete/known.ts';
import { completionScript, SHELLS, type ShellName } from '../complete/scripts.ts';
import type { Finish, Shell } from '../shell.ts';

/** `assay complete`: prints what a shell has to read to complete commands, options and suites. */
export function completeCommand(shell: Shell, finish: Finish): Command {
  return new Command('complete')
    .summary('print the completion of a shell')
    .description(
      'print what bash, zsh or fish has to read to complete commands, options and suites: eval "$(npx assay complete bash)"',
    )
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .action(async (name: ShellName) => {
      const suites = (await loadSuites()).map(({ name: word, title }) => ({ word, says: title }));
      shell.out(completionScript(name, knownCommands(await wholeProgram(shell, finish), suites)));
      finish(EXIT.ok);
    });
}

/** Every command with its options; the command line itself loads but the one that was typed. */
async function wholeProgram(shell: Shell, finish: Finish): Promise<Command> {
  const program = new Command('assay').option('-V, --version', 'output the version number');
  for (const { load, summary } of COMMANDS)
    program.addCommand((await load())(shell, finish).summary(summary));
  return program;
}
