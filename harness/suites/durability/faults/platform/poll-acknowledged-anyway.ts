import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const pollAcknowledgedAnyway: Fault = {
  id: 'P-poll-acknowledged-anyway',
  title: 'a queued message is acknowledged though its row cannot be written',
  plant: onPlatform(
    at('platform.deliverToPoll', (deliver) => async (...given) => {
      await deliver(...given).catch(() => undefined);
    }),
  ),
  kills: [{ cases: ['A.5-unwritable'], reason: /^it is refused: 200/ }],
};
