import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const hibernateAnything: Fault = {
  id: 'P-contract-hibernate-anything',
  title: 'what is not online is said to sleep',
  plant: onPlatform(
    at('platform.hibernateWorkspace', (original) => async (...given) => {
      const outcome = await original(...given);
      return 'refused' in outcome && outcome.refused.status === 404
        ? { status: 200, body: { status: 'hibernated' } }
        : outcome;
    }),
  ),
  kills: [
    {
      cases: [
        'F.6-hibernate-not-online@unknown',
        'F.6-hibernate-not-online@waiting',
        'F.6-hibernate-not-online@paused',
      ],
      reason: /^it is refused: 200/,
    },
  ],
};
