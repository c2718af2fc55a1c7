import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const textTruncated: Fault = {
  id: 'P-text-truncated',
  title: 'long texts are cut',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withTexts(request, (text) => text.slice(0, 1_000)))],
  },
  kills: [
    {
      cases: [
        'big-text-101k',
        'big-text-64k',
        'big-text-four-bytes',
        'big-text-three-bytes',
        'big-text-two-bytes',
        'big-text-under-cap',
      ],
      clause: 'A.1',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'dropped',
    },
    {
      cases: ['later-long'],
      clause: 'B',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'dropped',
    },
    {
      cases: ['v03-long-text'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'dropped',
    },
    {
      cases: ['poll-big-text'],
      clause: 'A.5',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'dropped',
    },
    {
      cases: ['v03-stream-platform-long'],
      clause: 'A.9',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'dropped',
    },
  ],
};
