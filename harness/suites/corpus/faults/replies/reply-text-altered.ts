import type { Fault } from '../../../../faults/fault.ts';
import { toldText } from '../told.ts';
import { answeredThroughPlatform } from '../where.ts';

const TEXT_END = /"text":"(?:[^"\\]|\\.)*(?=")/g;

export const replyTextAltered: Fault = {
  id: 'P-reply-text-altered',
  title: 'every text of an agent comes back with a space behind it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [toldText((text) => text.replace(TEXT_END, '$& '))],
  },
  kills: [
    {
      cases: answeredThroughPlatform,
      clause: 'A.9',
      reason: /^the sender got \d+ bytes, other ones from byte \d+ on: /,
      outcome: 'delivered',
    },
  ],
};
