import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { reset } from '../broken.ts';

export const cutAnswerQueued: Fault = {
  id: 'P-cut-answer-queued',
  title: 'a message whose answer broke off waits for its agent once more',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.dispatch', (dispatch) => async (call) => {
        const outcome = await dispatch(call);
        const isCut = 'kind' in outcome && outcome.kind === 'unreadable';
        return isCut ? { kind: 'unreachable', error: reset() } : outcome;
      }),
    ],
  },
  kills: [
    {
      cases: ['session-restart-mid-answer'],
      clause: 'A.9',
      reason: /^the sender got HTTP 202 and was told that the message is queued$/,
    },
  ],
};
