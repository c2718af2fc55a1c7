import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { restartWorkspace } from '../control-plane/restart.ts';
import { isExternalRuntime } from '../control-plane/runtimes.ts';
import type { Platform } from '../platform.ts';
import { liveBut, moveStatus } from '../workspaces/status.ts';
import type { RoutedCall } from './call.ts';
import type { Target } from './target.ts';

/** Asks the back end whether the target's container is gone; without one, or when the question fails, it lives (A.11). */
export const probeDead = seam('platform.probeDead', asksBackend);

async function asksBackend(platform: Platform, target: Target): Promise<boolean> {
  if (!platform.controlPlane || isExternalRuntime(target.runtime, platform.rules)) return false;
  try {
    return !(await platform.controlPlane.isRunning(target.id, target.instance_id ?? ''));
  } catch (error) {
    platform.log.warn(
      { workspaceId: target.id, reason: messageOf(error) },
      'liveness unknown, taken as alive',
    );
    return false;
  }
}

/**
 * Takes a dead workspace offline and restarts it. Only a changed row has an event and a restart, and a paused one is
 * left alone (careful rule of A.11).
 */
export const recoverDead = seam('platform.recoverDead', takeOffline);

/** The reply does not depend on it: a database that fails here is logged. */
async function takeOffline({ platform, target }: RoutedCall): Promise<void> {
  await platform.background.start('take offline', () => markOffline(platform, target));
}

async function markOffline(platform: Platform, target: Target): Promise<void> {
  const from = liveBut('provisioning', 'paused');
  if (!(await moveStatus(platform, target.id, { to: 'offline', from }))) return;
  await platform.broadcaster.record(platform.database, 'WORKSPACE_OFFLINE', target.id, {});
  void platform.background.start('restart', () => restartWorkspace(platform, target.id));
}
