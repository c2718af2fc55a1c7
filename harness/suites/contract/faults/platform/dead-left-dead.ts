import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const deadLeftDead: Fault = {
  id: 'M121',
  title: 'a box that is gone is not started again',
  plant: onPlatform(at('platform.recoverDead', () => async () => undefined)),
  kills: [
    {
      cases: [
        'A.11-dead@502',
        'A.11-dead@503',
        'A.11-dead@504',
        'A.11-dead@524',
        'A.11-dead@521',
        'A.11-dead@522',
        'A.11-dead@523',
      ],
      reason: /^calls to start it again: 1/,
    },
    { cases: ['A.11-offline'], reason: /^what is told: \[\]/ },
  ],
};
