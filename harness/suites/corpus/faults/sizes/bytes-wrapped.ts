import type { Fault } from '../../../../faults/fault.ts';
import { otherFiles } from '../values.ts';

export const bytesWrapped: Fault = {
  id: 'P-bytes-wrapped',
  title: 'bytes of files are broken into lines',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherFiles(({ bytes, ...file }) => ({
        ...file,
        bytes: typeof bytes === 'string' ? bytes.replace(/.{76}/g, '$&\r\n') : bytes,
      })),
    ],
  },
  kills: [
    {
      cases: ['big-file-bytes'],
      clause: 'A.1',
      reason: /^params\.message\.parts\[1\]\.file\.bytes = /,
      outcome: 'delivered-altered',
    },
  ],
};
