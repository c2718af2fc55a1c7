import type { Fault } from '../../../../faults/fault.ts';
import { toldText } from '../told.ts';

export const replyErrorReworded: Fault = {
  id: 'P-reply-error-reworded',
  title: 'the error of an agent is told in the words of the platform',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [toldText((text) => text.replace('message/recall', 'message/recall of a message'))],
  },
  kills: [
    {
      cases: ['v03-unknown-method'],
      clause: 'A.9',
      reason: /^the sender got \d+ bytes, other ones from byte \d+ on: /,
    },
  ],
};
