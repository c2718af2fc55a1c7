import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const contextLost: Fault = {
  id: 'P-context-lost',
  title: 'the platform forwards a message without its contextId',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.forwardBody', (forwardBody) => (...given) => {
        const body = forwardBody(...given);
        return Buffer.from(
          Buffer.from(body)
            .toString()
            .replace(/"contextId":"[^"]*",?/, ''),
        );
      }),
    ],
  },
  kills: [
    {
      cases: ['text', 'file-only', 'file-with-caption', 'continued-task'],
      reason: /^params\.message\.contextId: canaries send "canary-ctx-[^"]*", the platform forwards nothing$/,
    },
  ],
};
