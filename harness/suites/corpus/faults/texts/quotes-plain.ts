import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const quotesPlain: Fault = {
  id: 'P-quotes-plain',
  title: 'typographic quotes and dashes become those of ASCII',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withTexts(request, (text) => text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')),
      ),
    ],
  },
  kills: [
    {
      cases: ['text-quotes'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
