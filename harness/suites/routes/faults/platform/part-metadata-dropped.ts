import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, isObject, withParts } from '../../../corpus/faults/request.ts';

export const partMetadataDropped: Fault = {
  id: 'P-routes-part-metadata-dropped',
  title: 'the metadata of a part is dropped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withParts(request, (parts) =>
          parts.map((part) => {
            if (!isObject(part)) return part;
            const { metadata: _dropped, ...rest } = part;
            return rest;
          }),
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['parts-each-metadata', 'v03-metadata-part', 'v03-part-metadata-kinds', 'v1-part-metadata'],
      reason: /^the platform lost params\.message\.parts\[\d+\]\.metadata$/,
    },
  ],
};
