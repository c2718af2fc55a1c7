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
      cases: ['hg-content-unicode', 'text-escaped-source', 'v03-compact', 'v03-escapes'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\]\.text = .*\?/,
      outcome: 'delivered-altered',
    },
    {
      cases: [
        'text-astral',
        'text-bidi',
        'text-blank-parts',
        'text-combining',
        'text-compatibility',
        'text-controls',
        'text-decomposed',
        'text-edge-code-points',
        'text-line-ends',
        'text-no-break-spaces',
        'text-quotes',
        'text-variations',
        'text-zero-width',
        'v03-unicode',
      ],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = .*\?/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['big-text-four-bytes', 'big-text-three-bytes', 'big-text-two-bytes'],
      clause: 'A.1',
      reason: /^params\.message\.parts\[\d+\]\.text = .*\?/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['poll-big-text', 'poll-scripts'],
      clause: 'A.5',
      reason: /^params\.message\.parts\[\d+\]\.text = .*\?/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-stream-platform-long'],
      clause: 'A.9',
      reason: /^params\.message\.parts\[\d+\]\.text = .*\?/,
      outcome: 'delivered-altered',
    },
  ],
};
