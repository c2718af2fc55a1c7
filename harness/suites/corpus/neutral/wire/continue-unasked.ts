import type { Neutral } from '../../../../faults/fault.ts';
import { beforePlatform } from '../hops.ts';

/** To senders only: agents use clients that break over it, and no rule of ours is for them. */
export const continueUnasked: Neutral = {
  id: 'N-continue-unasked',
  title: 'the platform says 100 Continue to senders who did not ask for it',
  plant: beforePlatform({ reply: { continues: ({ path }) => path.endsWith('/a2a') } }),
};
