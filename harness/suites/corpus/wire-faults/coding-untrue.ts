import type { Fault } from '../../../faults/fault.ts';
import { beforePlatform } from '../../../faults/neutral/hops.ts';

/** What a cache does that keeps the headers of one reply and the body of another. */
export const codingUntrue: Fault = {
  id: 'W-coding-untrue',
  title: 'a big answer says that it is compressed, and is not',
  plant: beforePlatform({
    reply: {
      change: ({ headers, body }) =>
        body.length > 50_000
          ? { headers: [...headers, ['Content-Encoding', 'gzip']], body }
          : { headers, body },
    },
  }),
  kills: [
    {
      cases: [
        ...['big-text-101k', 'big-text-64k', 'big-text-under-cap'],
        ...['big-text-four-bytes', 'big-text-three-bytes', 'v03-stream-platform-long'],
      ],
      reason: /a body that is not the gzip that its Content-Encoding says/,
      outcome: 'rejected-opaque',
    },
  ],
};
