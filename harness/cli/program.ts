import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { timed } from '../run/timeline.ts';
import { inProject } from '../support/paths.ts';
import { COMMANDS } from './commands.ts';
import type { ListedCommand } from './listed-command.ts';
import type { Finish, Shell } from './shell.ts';

/**
 * The command line as `argv` needs it: every command by name and summary, the chosen one whole. Unknown commands and
 * options are refused with the nearest known name.
 */
export async function createProgram(argv: readonly string[], shell: Shell, finish: Finish): Promise<Command> {
  const program = configure(new Command('assay'), shell)
    .description('Contract-testing and replay harness for the Molecule agent platform.')
    .version(packageVersion())
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .showHelpAfterError('(assay --help lists the commands)');
  const chosen = chosenName(argv);
  for (const listed of COMMANDS) {
    const make = listed.name === chosen ? await timed('command', listed.load) : () => placeholder(listed);
    program.addCommand(inherit(make(shell, finish), shell));
  }
  return program;
}

/** The program itself has no option with a value, so the first word that is no option names the command. */
function chosenName(argv: readonly string[]): string | undefined {
  const words = argv.filter((word) => !word.startsWith('-'));
  return words[0] === 'help' ? words[1] : words[0];
}

function placeholder({ name, summary }: ListedCommand): Command {
  return new Command(name).summary(summary);
}

function inherit(command: Command, shell: Shell): Command {
  for (const child of command.commands) inherit(child, shell);
  return configure(command, shell);
}

function configure(command: Command, shell: Shell): Command {
  return command
    .exitOverride()
    .configureOutput({ writeOut: shell.out, writeErr: shell.err })
    .allowExcessArguments(false);
}

function packageVersion(): string {
  return JSON.parse(readFileSync(inProject('package.json'), 'utf8')).version;
}
