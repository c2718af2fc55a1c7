import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const literalsRead: Fault = {
  id: 'P-literals-read',
  title: 'texts that spell numbers and literals are read as such',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withTexts(request, (text) => (/^(\d|null$)/.test(text) ? String(Number(text)) : text)),
      ),
    ],
  },
  kills: [
    {
      cases: ['text-literal-words'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['text-no-break-spaces', 'text-percent'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'dropped',
    },
  ],
};
