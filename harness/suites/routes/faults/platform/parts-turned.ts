import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withParts } from '../../../corpus/faults/request.ts';

export const partsTurned: Fault = {
  id: 'P-routes-parts-turned',
  title: 'three parts or more arrive from the last to the first',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) => withParts(request, (parts) => (parts.length > 2 ? parts.toReversed() : parts))),
    ],
  },
  kills: [
    {
      cases: [
        'data-empty',
        'hg-content-list-mixed',
        'parts-each-metadata',
        'parts-repeated',
        'text-blank-parts',
        'text-literal-words',
        'v01-type-file',
        'v01-type-many',
        'v02-mixed-parts',
        'v03-file-name-unicode',
        'v03-file-without-name',
        'v03-hundred-parts',
        'v03-many-parts',
        'v03-mixed',
        'v03-multi-text',
        'v03-part-metadata-kinds',
        'v1-data-falsy',
        'v1-multi-text',
        'v1-text-empty',
      ],
      reason: /^the platform (sent|lost) params\.message\.parts\[0\]\.\w+/,
    },
  ],
};
