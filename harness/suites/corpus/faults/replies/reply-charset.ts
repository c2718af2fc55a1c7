import type { Fault } from '../../../../faults/fault.ts';
import { isBeyondAscii, told } from '../told.ts';

export const replyCharset: Fault = {
  id: 'P-reply-charset',
  title: 'a reply beyond ASCII is given a charset',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [told((text) => (isBeyondAscii(text) ? { contentType: 'application/json; charset=utf-8' } : {}))],
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
        'v03-stream-platform-long',
        'v03-unicode',
      ],
      clause: 'A.9',
      reason: /^the content type of the reply is "application\/json; charset=utf-8"$/,
      outcome: 'delivered',
    },
  ],
};
