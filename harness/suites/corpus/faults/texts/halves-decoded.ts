import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const HALF = /\\ud[89a-f][0-9a-f]{2}/gi;

export const halvesDecoded: Fault = {
  id: 'P-halves-decoded',
  title: 'escaped characters beyond the basic plane are decoded half by half',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.parseBody',
        (parse) => (body) =>
          parse(Buffer.from(Buffer.from(body).toString('latin1').replace(HALF, '\\ufffd'), 'latin1')),
      ),
    ],
  },
  kills: [
    {
      cases: ['text-escaped-source', 'v03-compact'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['text-edge-code-points'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
