import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const contentKeptBesideParts: Fault = {
  id: 'P-content-kept',
  title: 'content stays beside the parts made from it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.contentToParts', (convert) => (message) => {
        const converted = convert(message);
        return converted === message ? message : { ...converted, content: message.content };
      }),
    ],
  },
  kills: [
    {
      cases: [
        'hg-bare-envelope-content',
        'hg-content-and-metadata',
        'hg-content-multiline',
        'hg-content-string',
        'hg-content-string-naive-agent',
        'hg-content-string-no-message-id',
        'hg-content-string-no-role',
        'hg-content-unicode',
        'hg-content-with-type-word',
        'hg-minimal',
        'hg-stream-content',
        'session-platform-context',
      ],
      clause: 'A.4',
      reason: /^params\.message\.content = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['hg-content-string-poll'],
      clause: 'A.5',
      reason: /^params\.message\.content = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['session-restart-in-flight-content'],
      reason: /^params\.message\.content = /,
    },
  ],
};
