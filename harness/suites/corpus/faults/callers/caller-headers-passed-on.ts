import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { sentWith } from '../sent-with.ts';

export const callerHeadersPassedOn: Fault = {
  id: 'P-caller-headers-passed-on',
  title: 'the agent gets X-Workspace-ID of whoever speaks to it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.dispatch', (dispatch) => async (call) => {
        if (call.caller.id === '') return dispatch(call);
        const headers = { 'content-type': 'application/json', 'x-workspace-id': call.caller.id };
        return sentWith(call, headers);
      }),
    ],
  },
  kills: [
    {
      cases: ['later-caller', 'v03-caller-both', 'v03-caller-bearer'],
      clause: 'A.7',
      reason: /^the header x-workspace-id of the caller reached the agent$/,
      outcome: 'delivered',
    },
    {
      cases: ['session-restart-in-flight-caller'],
      clause: 'A.7',
      reason: /^the header x-workspace-id of the caller reached the agent$/,
    },
  ],
};
