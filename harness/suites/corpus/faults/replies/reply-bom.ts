import type { Fault } from '../../../../faults/fault.ts';
import { isBeyondAscii, toldText } from '../told.ts';

export const replyBom: Fault = {
  id: 'P-reply-bom',
  title: 'a reply beyond ASCII begins with a byte order mark',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [toldText((text) => (isBeyondAscii(text) ? `\ufeff${text}` : text))],
  },
  kills: [
    {
      cases: [
        'big-text-four-bytes',
        'big-text-three-bytes',
        'big-text-two-bytes',
        'hg-content-unicode',
        'id-scripts',
        'text-astral',
        'text-bidi',
        'text-blank-parts',
        'text-combining',
        'text-compatibility',
        'text-controls',
        'text-decomposed',
        'text-edge-code-points',
        'text-escaped-source',
        'text-line-ends',
        'text-no-break-spaces',
        'text-quotes',
        'text-variations',
        'text-zero-width',
        'v03-compact',
        'v03-escapes',
        'v03-unicode',
      ],
      clause: 'A.9',
      reason: /other ones from byte 0 on: '\\ufeff/,
    },
    {
      cases: ['v03-stream-platform-long'],
      clause: 'A.9',
      reason: /other ones from byte 0 on: '\\ufeffdata: /,
      outcome: 'delivered',
    },
  ],
};
