import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const partsOverwrittenByContent: Fault = {
  id: 'P-parts-overwritten',
  title: 'parts are overwritten by content',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.contentToParts', () => (message) => {
        const { content, ...rest } = message;
        return typeof content === 'string' ? { ...rest, parts: [{ kind: 'text', text: content }] } : message;
      }),
    ],
  },
  kills: [
    {
      cases: ['hg-parts-null-with-content'],
      clause: 'A.4',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered',
    },
  ],
};
