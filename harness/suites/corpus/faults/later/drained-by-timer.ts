import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { waitsInQueue } from '../where.ts';

const EVERY_MS = 300;
const TRIES = 30;

/** How the platform takes, sends and settles. */
let take: Seams['platform.takeItem'] | undefined;
let send: Seams['platform.sendItem'] | undefined;
let settle: Seams['platform.settleItem'] | undefined;

type Platform = Parameters<Seams['platform.takeItem']>[0];

async function tryAgain(platform: Platform, workspaceId: string): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    const item = await take?.(platform, workspaceId);
    if (item) await settle?.(platform, item, await send?.(platform, workspaceId, item));
  }
}

export const drainedByTimer: Fault = {
  id: 'Q-drained-by-timer',
  title: 'what waits is tried again by a timer, and no heartbeat brings anything',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.takeItem', (original) => {
        take = original;
        return async () => undefined;
      }),
      at('platform.sendItem', (original) => {
        send = original;
        return original;
      }),
      at('platform.settleItem', (original) => {
        settle = original;
        return original;
      }),
      at('platform.enqueue', (enqueue) => async (call) => {
        const queued = await enqueue(call);
        void tryAgain(call.platform, call.targetId).catch(() => undefined);
        return queued;
      }),
    ],
  },
  kills: [{ cases: waitsInQueue, clause: 'B', reason: /^the agent got .* before it came back$/ }],
};
