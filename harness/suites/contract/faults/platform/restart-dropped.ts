import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const under = new Set<string>();

export const restartDropped: Fault = {
  id: 'M066',
  title: 'a restart that is wanted while one is under way is dropped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.shareRestart', (share) => async (platform, id, cycle) => {
        if (under.has(id)) return;
        under.add(id);
        await share(platform, id, cycle).finally(() => under.delete(id));
      }),
    ],
  },
  kills: [
    { cases: ['F.6-coalesced'], reason: /^cycles: 1;/ },
    { cases: ['F.6-secrets-reach'], reason: /^secrets of the last start: undefined;/ },
  ],
};
