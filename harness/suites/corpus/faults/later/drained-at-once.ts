import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

type Take = Seams['platform.takeItem'];
type Settle = Seams['platform.settleItem'];

/** How the platform takes, and how it sends. */
let take: Take | undefined;
let send: Seams['platform.sendItem'] | undefined;

/** All that waits for one workspace is sent one after the other, until something cannot be. */
async function drain(settle: Settle, platform: Parameters<Take>[0], workspaceId: string): Promise<void> {
  const item = await take?.(platform, workspaceId);
  if (!item || !send) return;
  const failure = await send(platform, workspaceId, item);
  await settle(platform, item, failure);
  if (failure === undefined) await drain(settle, platform, workspaceId);
}

/** The workspaces whose messages are on their way. */
const workspaces = new Map<string, string>();

export const drainedAtOnce: Fault = {
  id: 'Q-drained-at-once',
  title: 'one heartbeat brings all that waits',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.takeItem', (original) => {
        take = original;
        return async (platform, workspaceId) => {
          const item = await original(platform, workspaceId);
          if (item) workspaces.set(item.id, workspaceId);
          return item;
        };
      }),
      at('platform.sendItem', (original) => {
        send = original;
        return original;
      }),
      at('platform.settleItem', (settle) => async (platform, item, failure) => {
        await settle(platform, item, failure);
        const workspaceId = workspaces.get(item.id);
        workspaces.delete(item.id);
        if (failure === undefined && workspaceId) await drain(settle, platform, workspaceId);
      }),
    ],
  },
  kills: [
    {
      cases: ['session-later-three', 'session-later-refused', 'session-later-still-busy'],
      clause: 'B',
      reason: /^(one heartbeat|[23] heartbeats) brought [2-4] requests$/,
      outcome: 'delivered',
    },
  ],
};
