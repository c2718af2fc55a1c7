import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowWithoutNulls: Fault = {
  id: 'P-row-without-nulls',
  title: 'a polled message is stored without its nulls',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.deliverToPoll',
        (deliver) => (call, name) =>
          deliver({ ...call, bytes: Buffer.from(call.bytes.toString().replace(/"\w*":null,?/g, '')) }, name),
      ),
    ],
  },
  kills: [
    {
      cases: ['poll-nulls'],
      clause: 'A.5',
      reason: /^params\.message\.metadata\.\w+ is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
