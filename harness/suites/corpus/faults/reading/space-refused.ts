import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const spaceRefused: Fault = {
  id: 'P-space-refused',
  title: 'a body that begins with white space is refused',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.parseBody',
        (parse) => (body) => (body[0] !== undefined && body[0] <= 0x20 ? undefined : parse(body)),
      ),
    ],
  },
  kills: [
    {
      cases: ['v03-surrounding-space'],
      clause: 'A.4',
      reason: /HTTP 400 and the error "invalid JSON"$/,
      outcome: 'rejected-loud',
    },
  ],
};
