import { deadlineIn, poll } from '../../support/deadline.ts';
import { isAlive, isStopped, type ProcessIdentity } from './identity.ts';
import { signalGroup, signalTree } from './signals.ts';

/** A process to end: politely by `stopSignal`, then by SIGKILL. */
export interface Terminable extends ProcessIdentity {
  readonly stopSignal: NodeJS.Signals;
}

/**
 * Ends one process and its group: `stopSignal`, after `graceMs` SIGKILL. One that is gone, or reused, is left. One that
 * is stopped is made to go on, because until then it takes no notice of any signal but SIGKILL.
 */
export async function terminate(target: Terminable, graceMs: number): Promise<void> {
  if (!isAlive(target)) return;
  signalGroup(target.pid, target.stopSignal);
  if (isStopped(target)) signalTree(target, 'SIGCONT');
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
