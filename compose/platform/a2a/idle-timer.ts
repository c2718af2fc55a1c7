import { seam } from '../../seam.ts';
import type { Platform } from '../platform.ts';

export interface IdleTimer {
  readonly signal: AbortSignal;
  stop(): void;
}

/** Thrown into a dispatch whose workspace gave no sign of life for too long; counts as busy (A.10). */
export class IdleTimeout extends Error {
  override readonly name = 'IdleTimeout';
}

/** Starts the idle timer of one dispatch: every event of the workspace, heartbeats included, starts it over (A.8). */
export const startIdleTimer = seam('platform.startIdleTimer', watchWorkspace);

function watchWorkspace(platform: Platform, workspaceId: string, ceilingMs: number | undefined): IdleTimer {
  const controller = new AbortController();
  const abort = () => controller.abort(new IdleTimeout('context canceled'));
  const idle = platform.clock.after(idleTimeoutMs(platform, workspaceId), abort);
  const ceiling = ceilingMs === undefined ? undefined : platform.clock.after(ceilingMs, abort);
  const forget = platform.broadcaster.on(workspaceId, () => idle.restart());
  return {
    signal: controller.signal,
    stop() {
      idle.cancel();
      ceiling?.cancel();
      forget();
    },
  };
}

/** The workspace's own override if a heartbeat set one, else the configured time. */
export const idleTimeoutMs = seam('platform.idleTimeoutMs', effectiveTimeoutMs);

function effectiveTimeoutMs(platform: Platform, workspaceId: string): number {
  return platform.runtimeState.idleTimeoutMs(workspaceId) ?? platform.config.idleTimeoutMs;
}
