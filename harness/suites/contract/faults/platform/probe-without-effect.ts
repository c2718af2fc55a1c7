import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const probeWithoutEffect: Fault = {
  id: 'M120',
  title: 'a box that is gone is taken to be alive',
  plant: onPlatform(at('platform.probeDead', () => async () => false)),
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
      reason: /^the sender is told: 5\d\d .*I will not/,
    },
    { cases: ['A.11-offline'], reason: /^what is told: \[\]/ },
    { cases: ['A.10-dead-and-unreached'], reason: /^the sender is told: 502/ },
  ],
};
