import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const placeholdersFilled: Fault = {
  id: 'P-placeholders-filled',
  title: 'placeholders in texts are filled in',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withTexts(request, (text) => text.replace(/\$\{\w+\}|<%=.*?%>/g, '')))],
  },
  kills: [
    {
      cases: ['text-placeholders'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
