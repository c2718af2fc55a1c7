import type { Fault } from '../../../../faults/fault.ts';
import { withIds } from '../ids.ts';
import { forwarded } from '../request.ts';

export const idsTidied: Fault = {
  id: 'P-ids-tidied',
  title: 'identifiers lose spaces, line breaks and all beyond ASCII',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withIds(request, (id) => id.replace(/[^!-~]/g, '')))],
  },
  kills: [
    {
      cases: [
        'context-id-path',
        'id-newline',
        'id-scripts',
        'id-spaces',
        'message-id-decomposed',
        'message-id-spaces',
      ],
      clause: 'A.7',
      reason: /^(id|params\.message\.\w+Id) = "[!-~]*"( at character \d+)?$/,
      outcome: 'delivered-altered',
    },
  ],
};
