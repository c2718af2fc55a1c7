import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withParts } from '../request.ts';

export const firstPartOnly: Fault = {
  id: 'P-parts-lost',
  title: 'only the first part is forwarded',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withParts(request, (parts) => parts.slice(0, 1)))],
  },
  kills: [
    {
      cases: ['hg-content-list-kind', 'hg-content-list-type', 'v01-type-data', 'v01-type-file'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\] is missing/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['hg-content-list-mixed', 'v01-type-many'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[\d+\] is missing/,
      outcome: 'dropped',
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
      ],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\] is missing/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-empty-text-part', 'v03-hundred-parts', 'v03-many-parts', 'v03-mixed', 'v03-multi-text'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\] is missing/,
      outcome: 'dropped',
    },
    {
      cases: ['data-array', 'data-null', 'kind-unknown', 'v01-file-neither', 'v03-file-neither'],
      clause: 'A.4',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-file-with-uri'],
      clause: 'A.7',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered-altered',
    },
  ],
};
