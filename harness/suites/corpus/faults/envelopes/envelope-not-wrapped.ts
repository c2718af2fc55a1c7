import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const envelopeNotWrapped: Fault = {
  id: 'P-envelope-bare',
  title: 'a request without an envelope is forwarded without one',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.wrapEnvelope', () => (document) => document)],
  },
  kills: [
    {
      cases: ['hg-bare-envelope-content', 'hg-bare-envelope', 'hg-extra-top-level', 'hg-minimal'],
      clause: 'A.4',
      reason: /^jsonrpc is missing$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v01-no-envelope'],
      clause: 'A.4',
      reason: /and error -32600 "Invalid (JSON-RPC|request: jsonrpc)/,
      outcome: 'rejected-loud',
    },
  ],
};
