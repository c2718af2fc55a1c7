import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { inProject } from '../support/paths.ts';
import { corpusCommand } from './commands/corpus.ts';
import { doctorCommand } from './commands/doctor.ts';
import { downCommand } from './commands/down.ts';
import { driftCommand } from './commands/drift.ts';
import { explainCommand } from './commands/explain.ts';
import { initCommand } from './commands/init.ts';
import { proveCommand } from './commands/prove.ts';
import { psCommand } from './commands/ps.ts';
import { replayCommand } from './commands/replay.ts';
import { runCommand } from './commands/run.ts';
import { upCommand } from './commands/up.ts';
import type { Finish, Shell } from './shell.ts';

const COMMANDS = [
  runCommand,
  proveCommand,
  replayCommand,
  explainCommand,
  corpusCommand,
  driftCommand,
  upCommand,
  psCommand,
  downCommand,
  doctorCommand,
  initCommand,
];

/** The whole command line. Unknown commands and options are refused with the nearest known name. */
export function createProgram(shell: Shell, finish: Finish): Command {
  const program = configure(new Command('assay'), shell)
    .description('Contract-testing and replay harness for the Molecule agent platform.')
    .version(packageVersion())
    .showHelpAfterError('(assay --help lists the commands)');
  for (const command of COMMANDS) program.addCommand(inherit(command(shell, finish), shell));
  return program;
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
