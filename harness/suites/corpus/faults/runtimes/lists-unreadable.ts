import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const BROKEN = '{';

export const listsUnreadable: Fault = {
  id: 'R-lists-unreadable',
  title: 'a list of requests cannot be read',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at('runtime.forward', () => (body) => {
        const isList = body.toString('latin1').trimStart().startsWith('[');
        return isList ? Buffer.from(BROKEN.padEnd(body.length)) : body;
      }),
    ],
  },
  kills: [
    {
      cases: [
        'raw-batch-direct',
        'raw-batch-empty-direct',
        'raw-batch-mixed-direct',
        'raw-batch-of-one-direct',
      ],
      clause: 'JSON-RPC 2.0 §6',
      reason: /and error -32700/,
      outcome: 'rejected-loud',
    },
  ],
};
