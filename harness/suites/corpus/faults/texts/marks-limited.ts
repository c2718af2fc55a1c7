import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const marksLimited: Fault = {
  id: 'P-marks-limited',
  title: 'a letter keeps eight combining marks',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withTexts(request, (text) => text.replace(/(?<=\p{M}{8})\p{M}+/gu, '')))],
  },
  kills: [
    {
      cases: ['text-combining'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
