import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withTexts } from '../request.ts';

export const spacesCollapsed: Fault = {
  id: 'P-spaces-collapsed',
  title: 'white space of any length becomes one space',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withTexts(request, (text) => text.replace(/(?<=\S)(\s{2,}|[\u00a0\u2007\u202f\u3000])/g, ' ')),
      ),
    ],
  },
  kills: [
    {
      cases: ['big-text-two-bytes'],
      clause: 'A.1',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['hg-content-multiline', 'v03-escapes'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['poll-big-text', 'poll-scripts'],
      clause: 'A.5',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['text-line-ends', 'text-no-break-spaces', 'text-spaces-within', 'v03-long-text'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-stream-platform-long'],
      clause: 'A.9',
      reason: /^params\.message\.parts\[\d+\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
