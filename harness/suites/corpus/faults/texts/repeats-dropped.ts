import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withParts } from '../request.ts';

export const repeatsDropped: Fault = {
  id: 'P-repeats-dropped',
  title: 'of equal parts one is forwarded',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withParts(request, (parts) => [
          ...new Map(parts.map((part) => [JSON.stringify(part), part])).values(),
        ]),
      ),
    ],
  },
  kills: [
    {
      cases: [
        'parts-repeated',
        'v03-empty-text-part',
        'v03-hundred-parts',
        'v03-many-parts',
        'v03-multi-text',
      ],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\] is missing/,
      outcome: 'delivered-altered',
    },
  ],
};
