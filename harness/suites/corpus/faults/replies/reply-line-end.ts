import type { Fault } from '../../../../faults/fault.ts';
import { toldText } from '../told.ts';

export const replyLineEnd: Fault = {
  id: 'P-reply-line-end',
  title: 'an end of line is put behind a reply',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [toldText((text) => (text.includes('message/recall') ? `${text}\n` : text))],
  },
  kills: [
    {
      cases: ['v03-unknown-method'],
      clause: 'A.9',
      reason: /\}\\n'$/,
    },
  ],
};
