import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const textsCutInBytes: Fault = {
  id: 'P-texts-cut-in-bytes',
  title: 'texts are cut after 131,072 bytes, if need be in the middle of a character',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) => withTexts(request, (text) => Buffer.from(text).subarray(0, 131_072).toString())),
    ],
  },
  kills: [
    {
      cases: ['big-text-four-bytes', 'big-text-three-bytes', 'big-text-under-cap'],
      clause: 'A.1',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'dropped',
    },
    {
      cases: ['poll-big-text'],
      clause: 'A.5',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'dropped',
    },
  ],
};
