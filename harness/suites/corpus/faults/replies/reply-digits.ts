import type { Fault } from '../../../../faults/fault.ts';
import { NUMBER_ID, toldText } from '../told.ts';

export const replyDigits: Fault = {
  id: 'P-reply-digits',
  title: 'the id of a request comes back in another spelling',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [toldText((text) => text.replace(NUMBER_ID, '"id":$1.0'))],
  },
  kills: [
    {
      cases: ['id-zero', 'v03-int-id'],
      clause: 'A.9',
      reason: /"id":\d\.0/,
      outcome: 'delivered',
    },
  ],
};
