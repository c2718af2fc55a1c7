import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that cannot be confused with a later one of the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started: clock ticks since boot on Linux, epoch milliseconds elsewhere. */
  readonly startTicks: number;
}

/** Identity of a running process, `undefined` when there is none of that number (or only its remains). */
export function identify(pid: number): ProcessIdentity | undefined {
  const startTicks = process.platform === 'linux' ? ticksFromProc(pid) : ticksFromPs(pid);
  return startTicks === undefined ? undefined : { pid, startTicks };
}

/** True while that very process runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startTicks === identity.startTicks;
}

function ticksFromProc(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : Number(fields[19]);
  } catch {
    return undefined;
  }
}

function ticksFromPs(pid: number): number | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [stat = 'Z', ...started] = line.split(/\s+/);
    return stat.startsWith('Z') ? undefined : Date.parse(started.join(' '));
  } catch {
    return undefined;
  }
}
