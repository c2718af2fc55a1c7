import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { identify, type ProcessIdentity } from './identity.ts';

/** A process and all that descend from it, parents before their children; nothing when it is gone. */
export function treeOf(root: ProcessIdentity): readonly ProcessIdentity[] {
  const children = childrenByParent();
  const found: ProcessIdentity[] = [];
  const open = [root.pid];
  for (let pid = open.shift(); pid !== undefined; pid = open.shift()) {
    const identity = identify(pid);
    if (!identity || (pid === root.pid && identity.startTicks !== root.startTicks)) continue;
    found.push(identity);
    open.push(...(children.get(pid) ?? []));
  }
  return found;
}

function childrenByParent(): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const [pid, parent] of process.platform === 'linux' ? pairsFromProc() : pairsFromPs()) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(pid);
    else children.set(parent, [pid]);
  }
  return children;
}

type Pair = readonly [pid: number, parent: number];

function pairsFromProc(): readonly Pair[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = parentFromProc(name);
      return parent === undefined ? [] : [[Number(name), parent] as const];
    });
}

function parentFromProc(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

function pairsFromPs(): readonly Pair[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    return [pid ?? 0, parent ?? 0];
  });
}
