import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

let count = 0;

export const restartEachAlone: Fault = {
  id: 'P-restart-each-alone',
  title: 'whatever asks for a restart has a cycle of its own',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.shareRestart', (share) => async (platform, id, cycle) => {
        count += 1;
        await share(platform, `${id}#${count}`, cycle);
      }),
    ],
  },
  kills: [{ cases: ['F.6-coalesced'], reason: /^cycles: [3-6];/ }],
};
