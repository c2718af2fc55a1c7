import type { Fault } from '../../../../faults/fault.ts';
import { otherFiles } from '../values.ts';

export const bytesAsText: Fault = {
  id: 'P-bytes-as-text',
  title: 'bytes of files pass through a text',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherFiles(({ bytes, ...file }) => ({
        ...file,
        bytes:
          typeof bytes === 'string'
            ? Buffer.from(Buffer.from(bytes, 'base64').toString()).toString('base64')
            : bytes,
      })),
    ],
  },
  kills: [
    {
      cases: ['file-bytes-binary', 'v03-file-bytes', 'v03-file-bytes-not-base64'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.file\.bytes = /,
      outcome: 'delivered-altered',
    },
  ],
};
