import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowInLatin1: Fault = {
  id: 'P-row-in-latin-1',
  title: 'a polled message is stored in an encoding of one byte',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.deliverToPoll',
        (deliver) => (call, name) =>
          deliver({ ...call, bytes: Buffer.from(call.bytes.toString().replace(/[^\0-\xff]/g, '?')) }, name),
      ),
    ],
  },
  kills: [
    {
      cases: ['poll-scripts'],
      clause: 'A.5',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
