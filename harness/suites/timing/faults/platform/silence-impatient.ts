import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const silenceImpatient: Fault = {
  id: 'P-silence-impatient',
  title: 'an external agent that is silent for half a minute is given up',
  rule: 'sweepsExternals',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.silences',
        (silences) => (platform) => silences(platform).map((each) => ({ ...each, afterMs: 30_000 })),
      ),
    ],
  },
  kills: [
    { cases: ['E.3-external-silent'], reason: /^its status after 74 s: / },
    { cases: ['E.3-external-beating'], reason: /^how often it was offline: [1-4];/ },
    { cases: ['E.3-managed-silent'], reason: /^its status after 160 s: / },
    { cases: ['F.5-up-in-time'], reason: /^its status after 10 min 40 s: / },
  ],
};
