import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const restartCycleTwice: Fault = {
  id: 'P-restart-cycle-twice',
  title: 'an instance that is found dead is started twice',
  plant: onPlatform(
    at('platform.shareRestart', (share) => async (platform, id, cycle) => {
      await share(platform, id, cycle);
      await share(platform, id, cycle);
    }),
  ),
  kills: [
    { cases: ['F.6-one-cycle'], reason: /^cycles: 2;/ },
    { cases: ['F.6-one-after-the-other'], reason: /^cycles: [34];/ },
    { cases: ['F.6-others-unhindered'], reason: /^cycles of the quick one: 2;/ },
    { cases: ['A.11-dead@504', 'A.11-dead@524'], reason: /^calls to start it again: 3;/ },
  ],
};
