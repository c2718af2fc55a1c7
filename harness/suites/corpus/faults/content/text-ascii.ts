import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const textAscii: Fault = {
  id: 'P-text-ascii',
  title: 'characters beyond ASCII become question marks',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withTexts(request, (text) => text.replace(/\P{ASCII}/gu, '?')))],
  },
  kills: [
    {
      cases: ['hg-content-unicode', 'v03-compact', 'v03-escapes'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\]\.text = .*\?/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-unicode'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = .*\?/,
      outcome: 'delivered-altered',
    },
  ],
};
