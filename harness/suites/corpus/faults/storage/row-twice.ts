import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { ONE_IN_CONTEXT, RESTARTED_IN_FLIGHT, RESTARTED_OTHERWISE } from '../contexts.ts';
import { hasContext } from '../request.ts';

export const rowTwice: Fault = {
  id: 'P-row-twice',
  title: 'an answered message of a running context leaves two rows',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.logAnswered', (log) => async (call, ...rest) => {
        if (hasContext(call.payload)) await log(call, ...rest);
        await log(call, ...rest);
      }),
    ],
  },
  kills: [
    {
      cases: ONE_IN_CONTEXT,
      clause: 'A.12',
      reason: /^the activity has 2 rows of 1 messages$/,
    },
    {
      cases: ['session-platform-context'],
      clause: 'A.12',
      reason: /^the activity has 3 rows of 2 messages$/,
    },
    {
      cases: RESTARTED_OTHERWISE,
      clause: 'A.12',
      reason: /^the activity has [4-6] rows of [34] messages$/,
    },
    {
      cases: RESTARTED_IN_FLIGHT,
      clause: 'A.12',
      reason: /^the activity has [45] rows of 3 messages$/,
    },
  ],
};
