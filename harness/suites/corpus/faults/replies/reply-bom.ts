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
      cases: ['hg-content-unicode', 'v03-compact', 'v03-escapes', 'v03-unicode'],
      clause: 'A.9',
      reason: /other ones from byte 0 on: '\\ufeff\{/,
    },
  ],
};
