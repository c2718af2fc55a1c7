import type { Fault } from '../../../../faults/fault.ts';
import { withIds } from '../ids.ts';
import { forwarded } from '../request.ts';

export const idsCut: Fault = {
  id: 'P-ids-cut',
  title: 'identifiers are cut at 200 characters',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withIds(request, (id) => id.slice(0, 200)))],
  },
  kills: [
    {
      cases: ['context-id-long', 'id-long', 'message-id-long'],
      clause: 'A.7',
      reason: /^(id|params\.message\.\w+Id) = .* at character 200$/,
      outcome: 'delivered-altered',
    },
  ],
};
