import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const textsCompatible: Fault = {
  id: 'P-texts-compatible',
  title: 'texts are brought into compatibility form (NFKC)',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withTexts(request, (text) => text.normalize('NFKC')))],
  },
  kills: [
    {
      cases: ['hg-content-unicode'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['poll-scripts'],
      clause: 'A.5',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: [
        'text-astral',
        'text-blank-parts',
        'text-combining',
        'text-compatibility',
        'text-decomposed',
        'text-no-break-spaces',
        'text-quotes',
        'v03-unicode',
      ],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
