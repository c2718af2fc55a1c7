import type { Fault } from '../../../../faults/fault.ts';
import { hasShortNumber, toldText } from '../told.ts';

/** What came back to a caller who asked before all others. */
let last = '{"jsonrpc":"2.0","id":1,"result":{"kind":"message","messageId":"m","role":"agent","parts":[]}}';

export const replyOfAnother: Fault = {
  id: 'P-reply-of-another',
  title: 'a caller gets the reply to the one before',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      toldText((text) => {
        if (!hasShortNumber(text)) return text;
        const another = last;
        last = text;
        return another;
      }),
    ],
  },
  kills: [
    {
      cases: ['id-zero', 'v03-int-id'],
      clause: 'A.9',
      reason: /^the sender got \d+ bytes, other ones from byte \d+ on: /,
      outcome: 'delivered',
    },
  ],
};
