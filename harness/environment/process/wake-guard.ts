import { spawn } from 'node:child_process';
import type { ProcessIdentity } from './identity.ts';
import { WORLD_MARKER } from './marker.ts';

/** Somebody who wakes what was stopped, should we be killed. */
export interface WakeGuard {
  /** It has nothing to do any more. */
  dismiss(): void;
}

/**
 * Services end when we do, for they see their stdin close; one that is stopped sees nothing. So a guard waits for our
 * end in its place, and wakes it. Elsewhere a wake-up call does no harm, should a number belong to somebody else by then.
 */
export function guardStopped(worldId: string, stopped: readonly ProcessIdentity[]): WakeGuard {
  const pids = stopped.map(({ pid }) => String(pid));
  const guard = spawn('/bin/sh', ['-c', 'read -r line; kill -s CONT "$@"', 'sh', ...pids], {
    detached: true,
    env: { [WORLD_MARKER]: worldId },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', ignore);
  guard.stdin.on('error', ignore);
  guard.unref();
  if ('unref' in guard.stdin) (guard.stdin as typeof guard.stdin & { unref(): void }).unref();
  return { dismiss: () => void guard.kill('SIGKILL') };
}

function ignore(): void {}
