import { seam } from '../../seam.ts';
import type { Clock } from '../clock.ts';
import type { Platform } from '../platform.ts';

/** An instance that a delete stops. */
export interface Stopped {
  readonly id: string;
  readonly instance_id: string | null;
}

const ATTEMPTS = 3;
const PAUSE_MS = 250;

/** Stops the instance of a workspace that is deleted; in R3 tried three times (F.4). Rejects when it may still run. */
export const stopInstance = seam('platform.stopInstance', stop);

async function stop(platform: Platform, workspace: Stopped, prune: boolean): Promise<void> {
  const attempts = platform.rules.stopHeedsStatus ? ATTEMPTS : 1;
  for (let attempt = 1; ; attempt++) {
    try {
      return await platform.controlPlane?.stop(workspace.id, workspace.instance_id ?? '', prune);
    } catch (error) {
      if (attempt >= attempts) throw error;
      await pause(platform.clock, attempt * PAUSE_MS);
    }
  }
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}

/** Rejects when `work` is not done within `ms` of the platform's clock; the work itself goes on. */
export function withinMs<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = clock.after(ms, () => reject(new Error(`not done within ${ms} ms`)));
    work.then(resolve, reject).finally(() => timer.cancel());
  });
}
