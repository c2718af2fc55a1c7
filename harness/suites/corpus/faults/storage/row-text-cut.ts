import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowTextCut: Fault = {
  id: 'P-row-text-cut',
  title: 'long texts are cut in the row, and whole for the agent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.writeActivity', (write) => (platform, activity) => {
        const { requestBody } = activity;
        const cut = requestBody?.replace(/("text":"(?:[^"\\]|\\.){4000})(?:[^"\\]|\\.)*/g, '$1');
        return write(platform, { ...activity, requestBody: cut });
      }),
    ],
  },
  kills: [
    {
      cases: [
        'big-text-101k',
        'big-text-64k',
        'big-text-four-bytes',
        'big-text-three-bytes',
        'big-text-two-bytes',
        'v03-stream-platform-long',
      ],
      clause: 'A.12',
      reason: /^the row of the message has request_body\.params\.message\.parts\[0\]\.text /,
      outcome: 'delivered',
    },
    {
      cases: ['poll-big-text'],
      clause: 'A.5',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'dropped',
    },
  ],
};
