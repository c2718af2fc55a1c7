import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const textHtmlEscaped: Fault = {
  id: 'P-text-escaped',
  title: 'texts are escaped for HTML',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withTexts(request, (text) => text.replaceAll('<', '&lt;')))],
  },
  kills: [
    {
      cases: ['hg-content-unicode', 'v03-escapes'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\]\.text = .*&lt;/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['text-placeholders'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = .*&lt;/,
      outcome: 'delivered-altered',
    },
  ],
};
