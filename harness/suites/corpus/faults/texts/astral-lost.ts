import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const astralLost: Fault = {
  id: 'P-astral-lost',
  title: 'characters beyond the basic plane become question marks',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) => withTexts(request, (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?'))),
    ],
  },
  kills: [
    {
      cases: ['big-text-four-bytes'],
      clause: 'A.1',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['hg-content-unicode', 'text-escaped-source', 'v03-compact'],
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
      cases: ['text-astral', 'text-edge-code-points', 'text-variations', 'v03-unicode'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
