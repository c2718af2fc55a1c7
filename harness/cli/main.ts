import { CommanderError } from 'commander';
import { printable } from '../report/printable.ts';
import { AssayError, describeError, EXIT, type ExitCode } from '../support/errors.ts';
import { createProgram } from './program.ts';
import { processShell, type Shell } from './shell.ts';

/** Runs one command line and says its exit code; every error ends here, in words, on stderr. */
export async function main(argv: readonly string[], shell: Shell = processShell()): Promise<ExitCode> {
  try {
    const exitCode = await obey(argv, shell).catch((error: unknown) => refusal(error, argv, shell));
    await shell.flush();
    return exitCode;
  } catch (error) {
    return refusal(error, argv, shell);
  }
}

async function obey(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const finish = (code: ExitCode) => {
    exitCode = code;
  };
  const program = await createProgram(argv, { ...shell, argv }, finish);
  await program.parseAsync([...argv], { from: 'user' });
  return exitCode;
}

/** Says what went wrong, and the exit code that it means. */
function refusal(error: unknown, argv: readonly string[], shell: Shell): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  shell.err(`${printable(describeError(error, { inFull: argv.includes('--verbose') }))}\n`);
  return error instanceof AssayError ? error.exitCode : EXIT.unjudged;
}
