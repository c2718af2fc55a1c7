import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const silenceUnnoticed: Fault = {
  id: 'P-silence-unnoticed',
  title: 'a silent external agent stays online',
  rule: 'sweepsExternals',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.silences',
        (silences) => (platform) => silences(platform).filter(({ external }) => !external),
      ),
    ],
  },
  kills: [
    { cases: ['E.3-external-silent'], reason: /^its status after 106 s: .*online/ },
    { cases: ['E.3-external-never-beat'], reason: /^its status after 110 s: .*online/ },
  ],
};
