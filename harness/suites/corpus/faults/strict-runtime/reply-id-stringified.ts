import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const replyIdStringified: Fault = {
  id: 'R-reply-id-stringified',
  title: 'the strict runtime answers with its own form of the request id',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    runtimes: ['strict'],
    seams: [at('runtime.echoId', () => (rawId) => (rawId.startsWith('"') ? rawId : `"${rawId}"`))],
  },
  kills: [
    {
      cases: [
        'id-beyond-32-bits@strict',
        'id-beyond-double',
        'id-negative@strict',
        'id-thirty-digits',
        'id-zero@strict',
        'v03-int-id@strict',
      ],
      clause: 'A.7',
      reason: /^the id of the reply is "/,
      outcome: 'delivered',
    },
    {
      cases: ['v1-id-zero@strict'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^the id of the reply is "/,
      outcome: 'delivered',
    },
  ],
};
