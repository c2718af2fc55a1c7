import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';
import { fieldsOf } from '../request.ts';

/** Sent again, as a careless retry would. */
export const sentTwice: Fault = {
  id: 'P-sent-twice',
  title: 'a message of a running context is sent twice',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.dispatch', (dispatch) => async (call) => {
        const { contextId } = fieldsOf(fieldsOf(call.payload.params).message);
        if (contextId !== undefined) await dispatch(call);
        return dispatch(call);
      }),
    ],
  },
  kills: [
    {
      cases: ['hg-content-and-metadata', 'session-platform-context'],
      clause: 'A.4',
      reason: /^it arrived 2 times$/,
      outcome: 'delivered',
    },
    {
      cases: [
        'context-id-long',
        'context-id-mixed-case',
        'context-id-path',
        'context-id-urn',
        'context-id-zero',
        'session-restart-same-address',
        'v03-context',
        'v03-full',
      ],
      clause: 'A.7',
      reason: /^it arrived 2 times$/,
      outcome: 'delivered',
    },
    {
      cases: ['v03-unknown-task'],
      clause: 'A.7',
      reason: /^it arrived 2 times$/,
      outcome: 'rejected-loud',
    },
    {
      cases: [
        ...RESTARTED_IN_FLIGHT,
        'session-restart-mid-answer',
        'session-restart-other-address',
        'session-restart-task-platform',
        'session-restart-unreachable',
      ],
      reason: /^it arrived 2 times$/,
    },
  ],
};
