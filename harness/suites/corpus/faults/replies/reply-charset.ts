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
      cases: ['hg-content-unicode', 'v03-compact', 'v03-escapes', 'v03-unicode'],
      clause: 'A.9',
      reason: /^the content type of the reply is "application\/json; charset=utf-8"$/,
      outcome: 'delivered',
    },
  ],
};
