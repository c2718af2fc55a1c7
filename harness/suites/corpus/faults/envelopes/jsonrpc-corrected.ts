import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const jsonrpcCorrected: Fault = {
  id: 'P-jsonrpc-corrected',
  title: 'a wrong `jsonrpc` is corrected silently',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.wrapEnvelope', (wrap) => (document, newId) => ({
        ...wrap(document, newId),
        jsonrpc: '2.0',
      })),
    ],
  },
  kills: [
    {
      cases: ['hg-jsonrpc-1', 'hg-jsonrpc-null'],
      clause: 'A.4',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered',
    },
  ],
};
