import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

/** The queue of the platform that this is planted into. */
let keep: Seams['platform.enqueue'] | undefined;

export const refusedYetQueued: Fault = {
  id: 'Q-refused-yet-queued',
  title: 'a message whose agent is out of reach is refused, and waits all the same',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.enqueue', (enqueue) => {
        keep = enqueue;
        return enqueue;
      }),
      at('platform.answerFailure', (answer) => async (call, error) => {
        const outcome = await answer(call, error);
        if ('refused' in outcome) await keep?.(call);
        return outcome;
      }),
    ],
  },
  kills: [
    { cases: ['later-unreachable'], clause: 'A.10', reason: /^it arrived at the runtime once$/ },
    {
      // With the return of its agent, or while the next message is on its way.
      cases: ['session-restart-unreachable'],
      clause: 'A.10',
      reason: /^it arrived at the runtime once$|^it arrived 2 times$/,
    },
  ],
};
