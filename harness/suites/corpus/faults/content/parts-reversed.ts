import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withParts } from '../request.ts';

export const partsReversed: Fault = {
  id: 'P-parts-reversed',
  title: 'parts change places',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withParts(request, (parts) => [...parts].reverse()))],
  },
  kills: [
    {
      cases: [
        'hg-content-list-kind',
        'hg-content-list-mixed',
        'hg-content-list-type',
        'v01-type-data',
        'v01-type-file',
        'v01-type-many',
      ],
      clause: 'A.4',
      reason: /^params\.message\.parts\[0\]/,
      outcome: 'delivered-altered',
    },
    {
      cases: [
        'v02-mixed-parts',
        'v03-data',
        'v03-file-both',
        'v03-file-bytes-not-base64',
        'v03-file-bytes',
        'v03-file-name-unicode',
        'v03-file-uri-scheme',
        'v03-file-uri',
        'v03-file-without-name',
        'v03-hundred-parts',
        'v03-many-parts',
        'v03-mixed',
        'v03-multi-text',
      ],
      clause: 'A.7',
      reason: /^params\.message\.parts\[0\]/,
      outcome: 'delivered-altered',
    },
  ],
};
