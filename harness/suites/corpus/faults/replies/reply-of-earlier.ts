import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED } from '../contexts.ts';

const earlier = new Map<string, Buffer>();

export const replyOfEarlier: Fault = {
  id: 'P-reply-of-earlier',
  title: 'a caller gets again what the same agent answered before',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.dispatch', (dispatch) => async (call) => {
        const outcome = await dispatch(call);
        if ('refused' in outcome || outcome.kind !== 'answered') return outcome;
        const body = earlier.get(call.targetId) ?? outcome.body;
        earlier.set(call.targetId, outcome.body);
        return { ...outcome, body };
      }),
    ],
  },
  kills: [
    {
      cases: [
        ...RESTARTED,
        'session-platform-context',
        'session-restart-in-flight-caller',
        'session-restart-unreachable',
      ],
      clause: 'A.9',
      reason: /^the sender got \d+ bytes, other ones from byte \d+ on: /,
      outcome: 'delivered',
    },
    {
      cases: ['session-restart-task-platform'],
      clause: 'A.9',
      reason: /^the sender got HTTP 200 and a result$/,
    },
  ],
};
