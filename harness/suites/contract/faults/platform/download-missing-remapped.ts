import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const downloadMissingRemapped: Fault = {
  id: 'M090',
  title: 'a file that an agent does not have is an error of the platform',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.forwardFile', (forward) => async (platform, destination, asked) => {
        const answer = await forward(platform, destination, asked);
        return 'status' in answer && answer.status === 404 ? { ...answer, status: 500 } : answer;
      }),
    ],
  },
  kills: [{ cases: ['G.2-unchanged@404'], reason: /^the (upload|download) is answered: 500 / }],
};
