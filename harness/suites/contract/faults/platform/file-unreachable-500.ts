import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileUnreachable500: Fault = {
  id: 'M082',
  title: 'an agent that is not there is an error of the platform',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.forwardFile', (forward) => async (platform, destination, asked) => {
        const answer = await forward(platform, destination, asked);
        return 'refused' in answer ? { refused: { ...answer.refused, status: 500 } } : answer;
      }),
    ],
  },
  kills: [
    { cases: ['G.2-unreachable'], reason: /^(nobody is there|it hangs up): 500 / },
    { cases: ['G.1-redirect'], reason: /^it is unreachable: 500 / },
  ],
};
