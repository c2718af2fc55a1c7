import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const textsCleaned: Fault = {
  id: 'P-texts-cleaned',
  title: 'control, private and unassigned characters are taken out of texts',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withTexts(request, (text) => text.replace(/[\p{Cc}\p{Co}\p{Cn}]/gu, '')))],
  },
  kills: [
    {
      cases: ['hg-content-multiline', 'raw-nul', 'v03-escapes'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: [
        'text-blank-parts',
        'text-controls',
        'text-edge-code-points',
        'text-line-ends',
        'text-spaces-within',
        'v03-long-text',
      ],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
