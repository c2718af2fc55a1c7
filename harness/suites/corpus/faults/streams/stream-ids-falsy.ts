import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, received } from '../request.ts';

export const streamIdsFalsy: Fault = {
  id: 'R-stream-id-falsy',
  title: 'a request id of zero is lost to streams',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) => {
        const request = fieldsOf(document);
        return request.method === 'message/stream' ? { ...request, id: request.id || 'made-up' } : document;
      }),
    ],
  },
  kills: [
    {
      cases: ['v03-stream-id-zero'],
      clause: 'v0.3.0 §7.2',
      reason: /^the id of the reply is "made-up"$/,
      outcome: 'delivered',
    },
  ],
};
