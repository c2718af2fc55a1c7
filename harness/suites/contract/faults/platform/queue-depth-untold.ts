import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const queueDepthUntold: Fault = {
  id: 'P-contract-queue-depth-untold',
  title: 'who is queued is not told behind how many',
  plant: onPlatform(
    at('platform.answerFailure', (original) => async (...given) => {
      const outcome = await original(...given);
      return !('refused' in outcome) && Object(outcome.body).queued === true
        ? { ...outcome, body: { ...Object(outcome.body), queue_depth: undefined } }
        : outcome;
    }),
  ),
  kills: [{ cases: ['B-queued'], reason: /queue_depth/ }],
};
