import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** States of a process that has ended. */
const REMAINS = ['Z', 'X'];

/** A process that cannot be confused with a later one of the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started: clock ticks since boot on Linux, epoch milliseconds elsewhere. */
  readonly startTicks: number;
}

/** Identity of a running process, `undefined` when there is none of that number (or only its remains). */
export function identify(pid: number): ProcessIdentity | undefined {
  const found = look(pid);
  return found && !REMAINS.includes(found.state) ? { pid, startTicks: found.startTicks } : undefined;
}

/** True while that very process is there, also when it is stopped by a signal. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startTicks === identity.startTicks;
}

/** True while that very process is stopped by a signal and waits for SIGCONT. */
export function isStopped({ pid, startTicks }: ProcessIdentity): boolean {
  const found = look(pid);
  return found?.startTicks === startTicks && found.state === 'T';
}

/** What the system shows of a process: one letter for its state, and when it started. */
interface Appearance {
  readonly state: string;
  readonly startTicks: number;
}

/** Nothing when there is no such process. Throws what keeps us from knowing: it is no sign that it has ended. */
function look(pid: number): Appearance | undefined {
  try {
    return process.platform === 'linux' ? lookInProc(pid) : lookWithPs(pid);
  } catch (error) {
    if (isAbsence(error as NodeJS.ErrnoException & { readonly status?: number })) return undefined;
    throw error;
  }
}

/** `ps` exits with 1 where there is none. */
function isAbsence({ code, status }: NodeJS.ErrnoException & { readonly status?: number }): boolean {
  return code === 'ENOENT' ? status === undefined : code === 'ESRCH' || status === 1;
}

/** The first thread of a killed process may be over before the others, and until then the process has its ports. */
function lookInProc(pid: number): Appearance {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = 'X', threads] = [fields[0], Number(fields[17])];
  return { state: state === 'Z' && threads > 1 ? 'R' : state, startTicks: Number(fields[19]) };
}

function lookWithPs(pid: number): Appearance {
  const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  const [stat = 'X', ...started] = line.split(/\s+/);
  return { state: stat.charAt(0), startTicks: Date.parse(started.join(' ')) };
}
