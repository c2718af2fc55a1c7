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
      cases: ['v03-int-id@strict'],
      clause: 'A.7',
      reason: /^the id of the reply is "/,
      outcome: 'delivered',
    },
  ],
};
