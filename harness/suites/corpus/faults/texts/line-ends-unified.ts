import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const lineEndsUnified: Fault = {
  id: 'P-line-ends-unified',
  title: 'every line of a text ends in LF',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) => withTexts(request, (text) => text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))),
    ],
  },
  kills: [
    {
      cases: ['hg-content-multiline', 'v03-escapes'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['text-line-ends'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
