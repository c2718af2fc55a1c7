import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const uploadRefusalRemapped: Fault = {
  id: 'M081',
  title: 'an agent that finds an upload too large is taken for a broken one',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.forwardFile', (forward) => async (platform, destination, asked) => {
        const answer = await forward(platform, destination, asked);
        return 'status' in answer && answer.status === 413 ? { ...answer, status: 502 } : answer;
      }),
    ],
  },
  kills: [{ cases: ['G.2-unchanged@413'], reason: /^the (upload|download) is answered: 502 / }],
};
