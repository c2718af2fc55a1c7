import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { ONE_IN_CONTEXT, RESTARTED_IN_FLIGHT } from '../contexts.ts';
import { pushTo } from '../push-to.ts';
import { hasContext } from '../request.ts';

export const sentAgainLater: Fault = {
  id: 'P-sent-again-later',
  title: 'an answered message of a running context is sent once more behind the reply',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.logAnswered', (log) => async (call, ...rest) => {
        if (hasContext(call.payload)) setTimeout(() => pushTo(call.url, call.bytes), 100);
        return log(call, ...rest);
      }),
    ],
  },
  kills: [
    {
      cases: ONE_IN_CONTEXT,
      clause: 'A.7',
      reason: /^the runtime got 2 requests by push for 1 messages$/,
    },
    {
      cases: ['session-platform-context', 'session-restart-unreachable'],
      clause: 'A.7',
      reason: /^the runtime got 3 requests by push for 2 messages$/,
    },
    {
      cases: [
        'session-restart-mid-answer',
        'session-restart-other-address',
        'session-restart-same-address',
        'session-restart-task-platform',
      ],
      clause: 'A.7',
      reason: /^the runtime got [4-6] requests by push for [34] messages$/,
    },
    {
      cases: RESTARTED_IN_FLIGHT,
      clause: 'A.7',
      reason: /^the runtime got [45] requests by push for 3 messages$/,
    },
  ],
};
