import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const envelopeKeepsExtras: Fault = {
  id: 'P-envelope-extras',
  title: 'a new envelope keeps what it should drop',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.wrapEnvelope', (wrap) => (document, newId) => ({ ...document, ...wrap(document, newId) })),
    ],
  },
  kills: [
    {
      cases: ['hg-extra-top-level'],
      clause: 'A.4',
      reason: /^workspace = "ws-0001"$/,
      outcome: 'delivered-altered',
    },
  ],
};
