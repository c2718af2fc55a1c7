import { isAlive, type ProcessIdentity } from './identity.ts';
import { treeOf } from './tree.ts';

/** Services lead a group of their own, so that their children get the signal too; strays have only themselves. */
export function signalGroup(pid: number, signal: NodeJS.Signals, only?: 'group'): void {
  if (send(-pid, signal) || only) return;
  send(pid, signal);
}

/**
 * Sends a signal to a process and to all that descend from it, also to those that have left its group, as the children
 * of PostgreSQL do. Answers who got it.
 */
export function signalTree(root: ProcessIdentity, signal: NodeJS.Signals): readonly ProcessIdentity[] {
  const tree = treeOf(root);
  for (const each of tree) if (isAlive(each)) send(each.pid, signal);
  return tree;
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
