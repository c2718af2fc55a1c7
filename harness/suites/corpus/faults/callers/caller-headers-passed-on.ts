import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

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
        const request = { method: 'POST', headers, body: new Uint8Array(call.bytes) };
        const reply = await fetch(call.url, request).catch(() => undefined);
        if (!reply) return dispatch(call);
        return { kind: 'answered', status: reply.status, body: Buffer.from(await reply.arrayBuffer()) };
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
  ],
};
