import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const messageIdNotFilled: Fault = {
  id: 'P-message-id-missing',
  title: 'a message without an id is forwarded without one',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.fillMessageId', () => (message) => message)],
  },
  kills: [
    { cases: ['later-no-message-id'], clause: 'B', reason: /^params\.message\.messageId is missing/ },
    {
      cases: [
        'hg-bare-envelope-content',
        'hg-content-list-no-message-id',
        'hg-content-string-no-message-id',
        'hg-minimal',
        'hg-no-message-id',
      ],
      clause: 'A.4',
      reason: /^params\.message\.messageId is missing/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['session-restart-in-flight-content'],
      reason: /^params\.message\.messageId is missing$/,
    },
  ],
};
