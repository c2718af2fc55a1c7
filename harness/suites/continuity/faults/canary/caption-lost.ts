import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const captionLost: Fault = {
  id: 'K-caption-lost',
  title: 'of a message with text and file the text is lost',
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at(
        'canary.textIn',
        (textIn) => (parts) => (parts.some(({ kind }) => kind === 'file') ? '' : textIn(parts)),
      ),
    ],
  },
  kills: [
    {
      cases: ['file-with-caption', 'old-attachment'],
      clause: 'J',
      reason: /"I received the file [^"]*\. What would you like/,
    },
  ],
};
