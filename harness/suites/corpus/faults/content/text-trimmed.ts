import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const textTrimmed: Fault = {
  id: 'P-text-trimmed',
  title: 'white space at the ends of a text is lost',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withTexts(request, (text) => text.trim()))],
  },
  kills: [
    {
      cases: ['hg-content-multiline'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['text-blank-parts'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
