import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const callerHeaderIgnored: Fault = {
  id: 'P-caller-header-ignored',
  title: 'X-Workspace-ID is ignored, so that whoever gives it alone is a user of the canvas',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.identifyCaller',
        (identify) => (platform, _claimedId, bearer) => identify(platform, '', bearer),
      ),
    ],
  },

  kills: [
    {
      cases: ['v03-caller-header', 'v03-caller-borrowed'],
      clause: 'A.2',
      reason: /^the sender got HTTP 200 and a result$/,
      outcome: 'delivered',
    },
  ],
};
