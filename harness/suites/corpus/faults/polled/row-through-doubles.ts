import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowThroughDoubles: Fault = {
  id: 'P-row-through-doubles',
  title: 'numbers of a polled message pass through doubles',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.deliverToPoll',
        (deliver) => (call, name) =>
          deliver({ ...call, bytes: Buffer.from(JSON.stringify(JSON.parse(call.bytes.toString()))) }, name),
      ),
    ],
  },
  kills: [
    {
      cases: ['poll-digits'],
      clause: 'A.5',
      reason: /^(id|params\.message\.metadata\.\w+) = /,
      outcome: 'delivered-altered',
    },
  ],
};
