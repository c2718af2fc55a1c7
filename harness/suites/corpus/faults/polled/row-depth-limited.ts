import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowDepthLimited: Fault = {
  id: 'P-row-depth-limited',
  title: 'a polled message of many levels cannot be stored',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.deliverToPoll', (deliver) => async (call, name) => {
        if (call.bytes.includes('['.repeat(100))) throw new Error('too deep for a row');
        await deliver(call, name);
      }),
    ],
  },
  kills: [
    {
      cases: ['poll-deep'],
      clause: 'A.5',
      reason: /HTTP 503 and the error "message could not be stored/,
      outcome: 'rejected-loud',
    },
  ],
};
