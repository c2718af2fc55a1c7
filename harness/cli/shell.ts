import { processEnv, type Terminal, terminalOf } from '../config/process-env.ts';
import type { ExitCode } from '../support/errors.ts';

/** What a command may touch of the process: two streams, where it was started, and what the environment says. */
export interface Shell {
  /** The result: what a pipe gets. */
  readonly out: (text: string) => void;
  /** Progress, logs and errors. */
  readonly err: (text: string) => void;
  /** The command line behind `assay`, as typed. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outTerminal: Terminal;
  readonly errTerminal: Terminal;
}

/** The shell of this process. */
export function processShell(): Shell {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => passOverClosedPipe(stream, error));
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: processEnv,
    outTerminal: terminalOf(process.stdout),
    errTerminal: terminalOf(process.stderr),
  };
}

/** Whoever reads may stop early, as `head` does; then there is nobody left to tell. Others may know better what to do. */
function passOverClosedPipe(stream: NodeJS.WriteStream, error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && stream.listenerCount('error') === 1) throw error;
}

/** Hands the exit code of the command that ran back to `main`. */
export type Finish = (code: ExitCode) => void;
