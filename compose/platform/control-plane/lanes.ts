import { seam } from '../../seam.ts';
import type { Background } from '../background.ts';
import type { Platform } from '../platform.ts';

/** Work on instances, in turn for one workspace and independent of every other. */
export interface Lanes {
  /** Runs after whatever is under way for the same workspace, whether that succeeds or not. Rejects as `work` does. */
  inTurn(workspaceId: string, work: () => Promise<void>): Promise<void>;
  /** As `inTurn`, but whoever asks before the run has begun shares it. */
  coalesced(workspaceId: string, work: () => Promise<void>): Promise<void>;
}

const lanes = new WeakMap<Background, Lanes>();

/** The lanes of this platform. */
export function lanesOf(platform: Platform): Lanes {
  const own = lanes.get(platform.background) ?? createLanes();
  lanes.set(platform.background, own);
  return own;
}

function createLanes(): Lanes {
  const lasts = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();
  const inTurn: Lanes['inTurn'] = (workspaceId, work) => {
    const run = (lasts.get(workspaceId) ?? Promise.resolve()).then(work);
    const last = run
      .catch(() => undefined)
      .then(() => {
        if (lasts.get(workspaceId) === last) lasts.delete(workspaceId);
      });
    lasts.set(workspaceId, last);
    return run;
  };
  return {
    inTurn,
    coalesced: (workspaceId, work) => {
      const begin = () => {
        waiting.delete(workspaceId);
        return work();
      };
      const run = waiting.get(workspaceId) ?? inTurn(workspaceId, begin);
      waiting.set(workspaceId, run);
      return run;
    },
  };
}

/**
 * The table of F.6: one request is one cycle, all that come while a cycle runs share one more after it, requests one
 * after the other have a cycle each, and other workspaces never wait. A cycle that throws does not hinder the next.
 */
export const shareRestart = seam('platform.shareRestart', share);

function share(platform: Platform, workspaceId: string, cycle: () => Promise<void>): Promise<void> {
  return lanesOf(platform).coalesced(workspaceId, cycle);
}
