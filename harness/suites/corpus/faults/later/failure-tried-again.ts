import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

/** The queue of the platform that this is planted into. */
let keep: Seams['platform.enqueue'] | undefined;

export const failureTriedAgain: Fault = {
  id: 'Q-failure-tried-again',
  title: 'a message that the agent has failed at waits for its return',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.enqueue', (enqueue) => {
        keep = enqueue;
        return enqueue;
      }),
      at('platform.logAnswered', (log) => async (call, status, body) => {
        if (status >= 500) await keep?.(call);
        return log(call, status, body);
      }),
    ],
  },
  kills: [
    {
      cases: ['later-failing'],
      clause: 'A.9',
      reason: /^it arrived 2 times$/,
    },
  ],
};
