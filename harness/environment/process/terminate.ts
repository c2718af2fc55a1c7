import { deadlineIn, poll } from '../../support/deadline.ts';
import { isAlive, type ProcessIdentity } from './identity.ts';

/** A process to end: politely by `stopSignal`, then by SIGKILL. */
export interface Terminable extends ProcessIdentity {
  readonly stopSignal: NodeJS.Signals;
}

/** Ends one process and its group: `stopSignal`, after `graceMs` SIGKILL. One that is gone, or reused, is left. */
export async function terminate(target: Terminable, graceMs: number): Promise<void> {
  if (!isAlive(target)) return;
  signalGroup(target.pid, target.stopSignal);
  if (!(await gone(target, graceMs)) && isAlive(target)) {
    signalGroup(target.pid, 'SIGKILL');
    await gone(target, graceMs);
    return;
  }
  signalGroup(target.pid, 'SIGKILL', 'group');
}

function gone(target: ProcessIdentity, withinMs: number): Promise<true | undefined> {
  return poll(() => (isAlive(target) ? undefined : true), deadlineIn(withinMs), 2);
}

/** Services lead a group of their own, so that their children get the signal too; strays have only themselves. */
function signalGroup(pid: number, signal: NodeJS.Signals, only?: 'group'): void {
  if (send(-pid, signal) || only) return;
  send(pid, signal);
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
