import type { Fault } from '../../../../faults/fault.ts';
import { otherFiles } from '../values.ts';

export const mediaTypesBare: Fault = {
  id: 'P-media-types-bare',
  title: 'media types lose their parameters',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherFiles(({ mimeType, ...file }) => ({
        ...file,
        mimeType: typeof mimeType === 'string' ? mimeType.toLowerCase().replace(/;.*$/, '') : mimeType,
      })),
    ],
  },
  kills: [
    {
      cases: ['file-type-parameters'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]\.file\.mimeType = /,
      outcome: 'delivered-altered',
    },
  ],
};
