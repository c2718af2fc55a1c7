import { processEnv, type Terminal, terminalOf } from '../config/process-env.ts';
import type { ExitCode } from '../support/errors.ts';
import { outputTo } from './output.ts';

/** What a command may touch of the process: two streams, where it was started, and what the environment says. */
export interface Shell {
  /** The result: what a pipe gets. */
  readonly out: (text: string) => void;
  /** Progress, logs and errors. */
  readonly err: (text: string) => void;
  /** Waits until both are written. Throws `EnvironmentError` for one that cannot be. */
  readonly flush: () => Promise<void>;
  /** The command line behind `assay`, as typed. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outTerminal: Terminal;
  readonly errTerminal: Terminal;
}

/** The shell of this process. */
export function processShell(): Shell {
  const out = outputTo(process.stdout, 'stdout');
  const err = outputTo(process.stderr, 'stderr');
  return {
    out: out.write,
    err: err.write,
    flush: async () => {
      await out.flush();
      await err.flush();
    },
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: processEnv,
    outTerminal: terminalOf(process.stdout),
    errTerminal: terminalOf(process.stderr),
  };
}

/** Hands the exit code of the command that ran back to `main`. */
export type Finish = (code: ExitCode) => void;
