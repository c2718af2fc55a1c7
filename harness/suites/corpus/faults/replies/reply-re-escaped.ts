import type { Fault } from '../../../../faults/fault.ts';
import { toldText } from '../told.ts';

/** One UTF-16 code unit. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export const replyReEscaped: Fault = {
  id: 'P-reply-re-escaped',
  title: 'characters beyond ASCII come back as escapes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [toldText((text) => text.replace(/[^\0-\x7f]/g, escaped))],
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
      reason: /other ones from byte \d+ on: .*\\u/,
      outcome: 'delivered',
    },
  ],
};
