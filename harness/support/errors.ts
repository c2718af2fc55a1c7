import { isOfFullDisk } from './full-disk.ts';

/** Exit codes of every command; the README's table is this one. */
export const EXIT = { ok: 0, failed: 1, unjudged: 2, usage: 3, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What the words of an error are built from; `fix` is always an instruction the reader can follow. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
  readonly details?: readonly string[];
  readonly cause?: unknown;
}

/** Base of every error that Assay throws on purpose: a stable code, the words, and the exit code it means. */
export class AssayError extends Error {
  readonly code: string;
  readonly exitCode: ExitCode = EXIT.unjudged;
  readonly fix: string | undefined;
  readonly details: readonly string[];

  constructor(problem: Problem) {
    super(problem.message, problem.cause === undefined ? undefined : { cause: problem.cause });
    this.name = new.target.name;
    this.code = problem.code;
    this.fix = problem.fix;
    this.details = problem.details ?? [];
  }
}

/** The command line, a configuration file or a corpus file is wrong: exit 3. */
export class UsageError extends AssayError {
  override readonly exitCode = EXIT.usage;
}

/** The world could not be booted or reached, so nothing can be judged: exit 2. */
export class EnvironmentError extends AssayError {}

/** Assay itself is at fault: exit 2. */
export class HarnessError extends AssayError {}

/** Somebody ended the work by a signal: exit 130. */
export class InterruptedError extends AssayError {
  override readonly exitCode = EXIT.interrupted;

  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super({ code: 'INTERRUPTED', message: `Interrupted by ${signal} before anything could be concluded.` });
    this.signal = signal;
  }
}

/**
 * Renders any thrown value for a terminal: message, details, fix, then causes, without a stack for our own. A refusal of
 * the system may be a fault of ours all the same: with `inFull` it has its stack too.
 */
export function describeError(error: unknown, { inFull = false } = {}): string {
  if (!(error instanceof Error)) return String(error);
  if (isOfSystem(error)) return [ofSystemInWords(error), ...(inFull ? [error.stack] : [])].join('\n');
  if (!(error instanceof AssayError)) return error.stack ?? error.message;
  const lines = [`${error.message} [${error.code}]`, ...error.details.map((line) => `  ${line}`)];
  if (error.fix) lines.push(`Fix: ${error.fix}`);
  if (error.cause instanceof Error) lines.push(`Caused by: ${error.cause.message}`);
  return lines.join('\n');
}

/** What the system says of a file that it does not let us use, with the fix of each. */
const SYSTEM_FIXES: Readonly<Record<string, string>> = {
  EACCES: 'Give this user the right to it, or name another place.',
  EPERM: 'Give this user the right to it, or name another place.',
  EROFS: 'It is on a read-only file system: name another place.',
  ENOSPC: 'The disk is full: make room, or name another place.',
  EDQUOT: 'The quota of this user is used up: make room, or name another place.',
  EMFILE: 'Raise the limit of open files (ulimit -n).',
};

type OfSystem = Error & {
  readonly code: string;
  readonly path?: string;
  readonly dest?: string;
  readonly syscall: string;
};

function isOfSystem(error: Error): error is OfSystem {
  const { code, path } = error as NodeJS.ErrnoException;
  return (
    code !== undefined && (path !== undefined || isOfFullDisk(error)) && Object.hasOwn(SYSTEM_FIXES, code)
  );
}

/** Most refusals of the system are no fault of ours, so the path says more than our stack. */
function ofSystemInWords({ code, path, dest, syscall }: OfSystem): string {
  const what = path === undefined || syscall.includes(path) ? syscall : `${syscall} of ${path}`;
  const to = dest === undefined ? '' : ` to ${dest}`;
  return `The system refuses ${what}${to}. [${code}]\nFix: ${SYSTEM_FIXES[code]}`;
}
