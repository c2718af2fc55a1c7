import type { Fault } from '../../../../faults/fault.ts';
import { toldText } from '../told.ts';

/** What a reader makes of a body that does not come in one piece. */
export const replyCutAtSeam: Fault = {
  id: 'P-reply-cut-at-seam',
  title: 'a reply ends after its first 65,536 bytes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [toldText((text) => Buffer.from(text).subarray(0, 65_536).toString())],
  },
  kills: [
    {
      cases: ['big-text-101k', 'big-text-64k', 'big-text-under-cap'],
      clause: 'A.9',
      reason: /^the sender got 65536 bytes, other ones from byte 65536 on: /,
      outcome: 'rejected-opaque',
    },
    {
      cases: ['big-text-four-bytes', 'big-text-three-bytes', 'v03-stream-platform-long'],
      clause: 'A.9',
      reason: /^the sender got 6553\d bytes, other ones from byte 6553\d on: /,
      outcome: 'rejected-opaque',
    },
  ],
};
