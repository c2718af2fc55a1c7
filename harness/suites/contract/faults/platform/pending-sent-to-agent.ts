import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pendingSentToAgent: Fault = {
  id: 'P-pending-sent-to-agent',
  title: 'files for a workspace that polls are sent to its agent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.keepUpload', () => async () => ({
        refused: { status: 503, body: { error: 'workspace url not registered yet' } },
      })),
    ],
  },
  kills: [
    { cases: ['G.1-kept'], reason: /^they are kept: 503 / },
    { cases: ['G.1-name'], reason: /^its name: 503 / },
    { cases: ['G.1-malformed'], reason: /^it is refused: 503 / },
    { cases: ['G.1-fetched'], reason: /^(it is given|it is had): / },
    { cases: ['G.1-foreign'], reason: /^it is there still: / },
  ],
};
