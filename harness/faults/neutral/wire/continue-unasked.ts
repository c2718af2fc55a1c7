import type { Neutral } from '../../fault.ts';
import { beforePlatform } from '../hops.ts';

export const continueUnasked: Neutral = {
  id: 'N-continue-unasked',
  title: 'the platform says 100 Continue to senders and agents who did not ask for it',
  plant: beforePlatform({ reply: { continues: true } }),
};
