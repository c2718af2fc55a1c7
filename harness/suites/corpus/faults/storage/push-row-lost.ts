import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { ONE_IN_CONTEXT, RESTARTED_IN_FLIGHT, RESTARTED_OTHERWISE } from '../contexts.ts';
import { hasContext } from '../request.ts';

export const pushRowLost: Fault = {
  id: 'P-push-row-lost',
  title: 'an answered message of a running context leaves no row',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.logAnswered', (log) => async (call, ...rest) => {
        if (!hasContext(call.payload)) await log(call, ...rest);
      }),
    ],
  },
  kills: [
    {
      cases: ONE_IN_CONTEXT,
      clause: 'A.12',
      reason: /^the activity has 0 rows of 1 messages$/,
    },
    {
      cases: ['session-platform-context'],
      clause: 'A.12',
      reason: /^the activity has 1 rows of 2 messages$/,
    },
    {
      cases: RESTARTED_OTHERWISE,
      clause: 'A.12',
      reason: /^the activity has [12] rows of [34] messages$/,
    },
    {
      cases: RESTARTED_IN_FLIGHT,
      clause: 'A.12',
      reason: /^the activity has 2 rows of 3 messages$/,
    },
  ],
};
