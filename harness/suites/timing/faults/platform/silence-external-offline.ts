import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const silenceExternalOffline: Fault = {
  id: 'M147',
  title: 'an external agent that is silent is offline, as if it were over',
  rule: 'sweepsExternals',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.silences', (silences) => (platform) => {
        return silences(platform).map((each) => ({ ...each, to: 'offline' }));
      }),
    ],
  },
  kills: [
    { cases: ['E.3-external-silent'], reason: /^its status after 106 s: .*offline/ },
    { cases: ['E.3-external-never-beat'], reason: /^its status after 110 s: .*offline/ },
  ],
};
