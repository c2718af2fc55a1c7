import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const restartOfAnything: Fault = {
  id: 'P-contract-restart-anything',
  title: 'a restart of nobody is said to be under way',
  plant: onPlatform(
    at('platform.restartRequest', (original) => async (...given) => {
      const outcome = await original(...given);
      return 'refused' in outcome && [404, 500].includes(outcome.refused.status)
        ? { status: 200, body: { status: 'provisioning' } }
        : outcome;
    }),
  ),
  kills: [{ cases: ['F.6-restart-unknown', 'F.6-restart-not-uuid'], reason: /^it is refused: 200/ }],
};
